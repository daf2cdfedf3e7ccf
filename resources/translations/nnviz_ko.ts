<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Catalogue</name>
    <message>
        <source>Input</source>
        <translation>입력층</translation>
    </message>
    <message>
        <source>What comes in: one unit for each number of a sample.</source>
        <translation>들어오는 데이터입니다. 샘플의 숫자 하나마다 유닛이 하나씩 있습니다.</translation>
    </message>
    <message>
        <source>The shape of one sample, without the batch.</source>
        <translation>샘플 하나의 형태입니다(배치 제외).</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>A hidden layer: every unit sees all units of the layer before it.</source>
        <translation>은닉층입니다. 모든 유닛이 앞 층의 모든 유닛과 연결됩니다.</translation>
    </message>
    <message>
        <source>How many units (neurons) the layer has.</source>
        <translation>층의 유닛(뉴런) 수입니다.</translation>
    </message>
    <message>
        <source>What each unit does with its weighted sum.</source>
        <translation>각 유닛이 가중합에 적용하는 함수입니다.</translation>
    </message>
    <message>
        <source>How the weights start.</source>
        <translation>가중치의 초깃값을 정하는 방법입니다.</translation>
    </message>
    <message>
        <source>A penalty that keeps the weights small.</source>
        <translation>가중치를 작게 유지하는 규제입니다.</translation>
    </message>
    <message>
        <source>Whether every unit adds a number of its own.</source>
        <translation>유닛마다 편향을 더할지 정합니다.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>The answer: as many units as the target asks for.</source>
        <translation>네트워크의 답입니다. 예측 대상에 필요한 만큼 유닛이 있습니다.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화</translation>
    </message>
    <message>
        <source>Applies an activation function to every number.</source>
        <translation>모든 숫자에 활성화 함수를 적용합니다.</translation>
    </message>
    <message>
        <source>Shape and activation</source>
        <translation>형태와 활성화</translation>
    </message>
    <message>
        <source>Which function.</source>
        <translation>적용할 함수입니다.</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>평탄화</translation>
    </message>
    <message>
        <source>Lays a picture or a table out as one row of numbers.</source>
        <translation>이미지나 표를 한 줄의 숫자로 펼칩니다.</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>형태 변경</translation>
    </message>
    <message>
        <source>Arranges the same numbers in another shape.</source>
        <translation>같은 숫자를 다른 형태로 배열합니다.</translation>
    </message>
    <message>
        <source>The new shape, without the batch; one size may be -1.</source>
        <translation>새 형태입니다(배치 제외). 한 크기는 -1로 둘 수 있습니다.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Switches off random units while training, against overfitting.</source>
        <translation>학습 중에 유닛을 무작위로 꺼서 과적합을 막습니다.</translation>
    </message>
    <message>
        <source>Normalize and drop</source>
        <translation>정규화와 드롭아웃</translation>
    </message>
    <message>
        <source>The share of units switched off in each step.</source>
        <translation>스텝마다 끄는 유닛의 비율입니다.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Adds random noise while training, against overfitting.</source>
        <translation>학습 중에 무작위 노이즈를 더해 과적합을 막습니다.</translation>
    </message>
    <message>
        <source>The noise&apos;s standard deviation.</source>
        <translation>노이즈의 표준편차입니다.</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Brings each number to mean 0 and spread 1 over the batch, which steadies training.</source>
        <translation>배치에서 각 값을 평균 0, 표준편차 1로 맞춰 학습을 안정시킵니다.</translation>
    </message>
    <message>
        <source>How slowly the running mean follows.</source>
        <translation>이동 평균이 따라가는 느린 정도입니다.</translation>
    </message>
    <message>
        <source>A small number that keeps the division safe.</source>
        <translation>0으로 나누는 것을 막는 작은 수입니다.</translation>
    </message>
    <message>
        <source>Layer norm</source>
        <translation>층 정규화</translation>
    </message>
    <message>
        <source>Brings the numbers of each sample to mean 0 and spread 1.</source>
        <translation>샘플마다 값을 평균 0, 표준편차 1로 맞춥니다.</translation>
    </message>
    <message>
        <source>Concatenate</source>
        <translation>이어붙이기</translation>
    </message>
    <message>
        <source>Puts several inputs side by side.</source>
        <translation>여러 입력을 나란히 이어 붙입니다.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>The dimension along which the inputs are joined.</source>
        <translation>입력을 이어 붙일 차원입니다.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>더하기</translation>
    </message>
    <message>
        <source>Adds several inputs of one shape, number by number.</source>
        <translation>형태가 같은 여러 입력을 원소별로 더합니다.</translation>
    </message>
</context>
<context>
    <name>CurveOverlay</name>
    <message>
        <source>epoch {epoch}</source>
        <translation>에포크 {epoch}</translation>
    </message>
    <message>
        <source>train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>last run</source>
        <translation>이전 실행</translation>
    </message>
    <message>
        <source>best, epoch {epoch}</source>
        <translation>최고, 에포크 {epoch}</translation>
    </message>
</context>
<context>
    <name>CurvePane</name>
    <message>
        <source>log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>val.</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>last run</source>
        <translation>이전 실행</translation>
    </message>
    <message>
        <source>{metric} of every epoch</source>
        <translation>에포크별 {metric}</translation>
    </message>
    <message>
        <source>The loss of every epoch appears here</source>
        <translation>에포크별 손실이 여기에 표시됩니다</translation>
    </message>
    <message>
        <source>{metric} of every epoch appears here</source>
        <translation>에포크별 {metric}: 여기에 표시됩니다</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>epoch {epoch}</source>
        <translation>에포크 {epoch}</translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message>
        <source>Choose other data</source>
        <translation>다른 데이터 선택</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Change samples</source>
        <translation>샘플 수 변경</translation>
    </message>
    <message>
        <source>Change noise</source>
        <translation>노이즈 변경</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Data: {0}</source>
        <translation>데이터: {0}</translation>
    </message>
    <message>
        <source> (and {0} more)</source>
        <translation> (외 {0}건)</translation>
    </message>
    <message>
        <source>{0} train</source>
        <translation>훈련 {0}</translation>
    </message>
    <message>
        <source>{0} val.</source>
        <translation>검증 {0}</translation>
    </message>
    <message>
        <source>{0} validation</source>
        <translation>검증 {0}</translation>
    </message>
    <message>
        <source>{0} test</source>
        <translation>테스트 {0}</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>불러오는 중…</translation>
    </message>
    <message>
        <source>Press to choose some</source>
        <translation>눌러서 데이터 선택</translation>
    </message>
</context>
<context>
    <name>DataChooser</name>
    <message>
        <source>Choose data</source>
        <translation>데이터 선택</translation>
    </message>
    <message>
        <source>Use this data</source>
        <translation>이 데이터 사용</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Looking at the data…</source>
        <translation>데이터를 살펴보는 중…</translation>
    </message>
    <message>
        <source>A large file: it is read in full when it is used.</source>
        <translation>큰 파일입니다. 사용할 때 전체를 읽습니다.</translation>
    </message>
    <message>
        <source>Your own file</source>
        <translation>내 파일</translation>
    </message>
    <message>
        <source>Tables and arrays ({0})</source>
        <translation>표와 배열 ({0})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Validation %</source>
        <translation>검증 %</translation>
    </message>
    <message>
        <source>The share of rows held back to see how well the network does on what it has not learned from.</source>
        <translation>학습에 쓰지 않은 데이터로 성능을 확인하기 위해 떼어 두는 행의 비율입니다.</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>스케일링</translation>
    </message>
    <message>
        <source>How the inputs are brought to a size that networks learn from.</source>
        <translation>입력값을 네트워크가 학습하기 좋은 크기로 맞추는 방법입니다.</translation>
    </message>
    <message>
        <source>{0} · auto</source>
        <translation>{0} · 자동</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0~1</translation>
    </message>
    <message>
        <source>÷ 255</source>
        <translation>÷ 255</translation>
    </message>
    <message>
        <source>Change validation share</source>
        <translation>검증 비율 변경</translation>
    </message>
    <message>
        <source>Change scaling</source>
        <translation>스케일링 변경</translation>
    </message>
</context>
<context>
    <name>DataWords</name>
    <message>
        <source>No data</source>
        <translation>데이터 없음</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>이미지 1장</translation>
    </message>
    <message>
        <source>{0} pictures</source>
        <translation>이미지 {0}장</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1행</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0}행</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>입력 1개</translation>
    </message>
    <message>
        <source>{0} inputs</source>
        <translation>입력 {0}개</translation>
    </message>
    <message>
        <source>in colour</source>
        <translation>컬러</translation>
    </message>
    <message>
        <source>{0} classes</source>
        <translation>클래스 {0}개</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>레이블 1개</translation>
    </message>
    <message>
        <source>{0} labels</source>
        <translation>레이블 {0}개</translation>
    </message>
    <message>
        <source>1 number to predict</source>
        <translation>예측할 값 1개</translation>
    </message>
    <message>
        <source>{0} numbers to predict</source>
        <translation>예측할 값 {0}개</translation>
    </message>
    <message>
        <source>{0} train</source>
        <translation>훈련 {0}</translation>
    </message>
    <message>
        <source>{0} validation</source>
        <translation>검증 {0}</translation>
    </message>
    <message>
        <source>{0} test</source>
        <translation>테스트 {0}</translation>
    </message>
    <message>
        <source>AND</source>
        <translation>AND</translation>
    </message>
    <message>
        <source>OR</source>
        <translation>OR</translation>
    </message>
    <message>
        <source>NAND</source>
        <translation>NAND</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>동심원</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>반달</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>나선</translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation>점 무리</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>붓꽃</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>와인</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>유방암</translation>
    </message>
    <message>
        <source>Diabetes</source>
        <translation>당뇨병</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>숫자</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Change units</source>
        <translation>유닛 수 변경</translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message>
        <source>Add layer</source>
        <translation>층 추가</translation>
    </message>
    <message>
        <source>Delete layers</source>
        <translation>층 삭제</translation>
    </message>
    <message>
        <source>Delete link</source>
        <translation>연결 삭제</translation>
    </message>
    <message>
        <source>Duplicate layers</source>
        <translation>층 복제</translation>
    </message>
    <message>
        <source>Arrange layers</source>
        <translation>층 정렬</translation>
    </message>
    <message>
        <source>Change units</source>
        <translation>유닛 수 변경</translation>
    </message>
    <message>
        <source>bias {0}</source>
        <translation>편향 {0}</translation>
    </message>
    <message>
        <source>mean {0}</source>
        <translation>평균 {0}</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>층 이동</translation>
    </message>
    <message>
        <source>Move layers</source>
        <translation>층 이동</translation>
    </message>
    <message>
        <source>Link layers</source>
        <translation>층 연결</translation>
    </message>
    <message>
        <source>follows the data</source>
        <translation>데이터에 맞춤</translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation>파라미터 1개</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>파라미터 {count}개</translation>
    </message>
</context>
<context>
    <name>DiagramView</name>
    <message>
        <source>Diagram</source>
        <translation>다이어그램</translation>
    </message>
    <message>
        <source>The network: layers and links. Arrow keys choose a layer.</source>
        <translation>네트워크: 층과 연결입니다. 화살표 키로 층을 선택합니다.</translation>
    </message>
</context>
<context>
    <name>Endings</name>
    <message>
        <source>Finished: epoch {0}, {1}</source>
        <translation>학습을 마쳤습니다: 에포크 {0}, {1}</translation>
    </message>
    <message>
        <source>Stopped: epoch {0}, {1}</source>
        <translation>학습을 정지했습니다: 에포크 {0}, {1}</translation>
    </message>
    <message>
        <source>Stopped early: epoch {0}, {1}</source>
        <translation>조기 종료했습니다: 에포크 {0}, {1}</translation>
    </message>
    <message>
        <source>Paused: epoch {0}, {1}</source>
        <translation>일시정지했습니다: 에포크 {0}, {1}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>{0} exists already. Replace it?</source>
        <translation>{0}: 이미 있는 파일입니다. 바꿀까요?</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Export as</source>
        <translation>내보내기 형식</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Keras model</source>
        <translation>Keras 모델</translation>
    </message>
    <message>
        <source>Network and weights in one file, opened by load_model.</source>
        <translation>네트워크와 가중치를 담은 한 파일 (load_model)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>The weights alone, for the same network built anywhere.</source>
        <translation>가중치만 담아 같은 네트워크에 불러옵니다.</translation>
    </message>
    <message>
        <source>NumPy arrays</source>
        <translation>NumPy 배열</translation>
    </message>
    <message>
        <source>Every weight as an array, for numpy.load.</source>
        <translation>모든 가중치를 배열로 담습니다. numpy.load로 엽니다.</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Every weight as a row of a table, for a spreadsheet.</source>
        <translation>가중치 하나가 표의 한 행이 됩니다. 스프레드시트로 엽니다.</translation>
    </message>
    <message>
        <source>Safetensors</source>
        <translation>Safetensors</translation>
    </message>
    <message>
        <source>The weights as PyTorch and others read them safely.</source>
        <translation>PyTorch 등에서 안전하게 읽는 가중치 파일입니다.</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Python 스크립트</translation>
    </message>
    <message>
        <source>Trains the same network to the same result without nnviz.</source>
        <translation>nnviz 없이 같은 네트워크를 같은 결과로 학습합니다.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{0} s</source>
        <translation>{0}초</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0}분 {1}초</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0}시간 {1}분</translation>
    </message>
</context>
<context>
    <name>FileController</name>
    <message>
        <source>nnviz projects (*.nnviz *.json)</source>
        <translation>nnviz 프로젝트 (*.nnviz *.json)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>{0} is neither a project nor a table nor weights</source>
        <translation>{0}: 프로젝트, 표, 가중치 파일이 아닙니다</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>{0} 사용</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>데이터 선택</translation>
    </message>
    <message>
        <source>nnviz project (*.nnviz);;JSON without runs (*.json)</source>
        <translation>nnviz 프로젝트 (*.nnviz);;실행 기록 없는 JSON (*.json)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>다른 이름으로 저장</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>저장하지 않은 변경 사항</translation>
    </message>
    <message>
        <source>Save the changes to this project?</source>
        <translation>이 프로젝트의 변경 사항을 저장할까요?</translation>
    </message>
    <message>
        <source>Without saving, they and the runs since the last save are gone.</source>
        <translation>저장하지 않으면 변경 사항과 마지막 저장 이후의 실행 기록이 사라집니다.</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>저장 안 함</translation>
    </message>
    <message>
        <source>Weights (*.h5 *.keras *.npz *.safetensors)</source>
        <translation>가중치 (*.h5 *.keras *.npz *.safetensors)</translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation>가중치 불러오기</translation>
    </message>
    <message>
        <source>{0} exists already. Replace it?</source>
        <translation>{0}: 이미 있는 파일입니다. 바꿀까요?</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>저장함: {0}</translation>
    </message>
    <message>
        <source>Saved {0} without its runs, which only a .nnviz file keeps</source>
        <translation>{0}에 실행 기록 없이 저장했습니다. 실행 기록은 .nnviz 파일에만 남습니다</translation>
    </message>
</context>
<context>
    <name>FileTile</name>
    <message>
        <source>Your own file</source>
        <translation>내 파일</translation>
    </message>
    <message>
        <source>Your own file…</source>
        <translation>내 파일…</translation>
    </message>
    <message>
        <source>CSV, TSV, Parquet or NumPy .npz; or drop it here</source>
        <translation>CSV, TSV, Parquet, NumPy .npz를 끌어다 놓아도 됩니다</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Gates</source>
        <translation>논리 게이트</translation>
    </message>
    <message>
        <source>Shapes in the plane</source>
        <translation>평면 도형</translation>
    </message>
    <message>
        <source>Real data</source>
        <translation>실제 데이터</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Let it follow the data again</source>
        <translation>다시 데이터에 맞춤</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>{0} · auto</source>
        <translation>{0} · 자동</translation>
    </message>
    <message>
        <source>Whole numbers with commas between them, as 28, 28, 1</source>
        <translation>쉼표로 구분한 정수 (예: 28, 28, 1)</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>학습 설정</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>스크립트</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>속성</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation>파라미터 1개</translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation>파라미터 {0}개</translation>
    </message>
    <message>
        <source>{0} multiply-adds</source>
        <translation>곱셈·덧셈 {0}회</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>형태</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>Regularizer</source>
        <translation>규제</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>New shape</source>
        <translation>새 형태</translation>
    </message>
    <message>
        <source>Drop share</source>
        <translation>드롭 비율</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>엡실론</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>축</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>베타 1</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>베타 2</translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>네스테로프</translation>
    </message>
    <message>
        <source>Rho</source>
        <translation>로</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>중심화</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>First sum</source>
        <translation>초기 누적값</translation>
    </message>
    <message>
        <source>Beta 2 decay</source>
        <translation>베타 2 감쇠</translation>
    </message>
    <message>
        <source>Clip threshold</source>
        <translation>클리핑 한계</translation>
    </message>
    <message>
        <source>Relative step</source>
        <translation>상대 스텝</translation>
    </message>
    <message>
        <source>Learning rate power</source>
        <translation>학습률 지수</translation>
    </message>
    <message>
        <source>L1 regularization strength</source>
        <translation>L1 규제 강도</translation>
    </message>
    <message>
        <source>L2 regularization strength</source>
        <translation>L2 규제 강도</translation>
    </message>
    <message>
        <source>L2 shrinkage regularization strength</source>
        <translation>L2 수축 강도</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>베타</translation>
    </message>
    <message>
        <source>Adam beta 1</source>
        <translation>Adam 베타 1</translation>
    </message>
    <message>
        <source>Adam beta 2</source>
        <translation>Adam 베타 2</translation>
    </message>
    <message>
        <source>Adam weight decay</source>
        <translation>Adam 가중치 감쇠</translation>
    </message>
    <message>
        <source>Exclude embeddings</source>
        <translation>임베딩 제외</translation>
    </message>
    <message>
        <source>Adam lr ratio</source>
        <translation>Adam 학습률 비</translation>
    </message>
    <message>
        <source>Ns steps</source>
        <translation>반복 횟수</translation>
    </message>
    <message>
        <source>Rms rate</source>
        <translation>RMS 비율</translation>
    </message>
    <message>
        <source>Warmup steps</source>
        <translation>워밍업 스텝</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>As the system</source>
        <translation>시스템 설정</translation>
    </message>
</context>
<context>
    <name>LayerCard</name>
    <message>
        <source>{0}
Drag it onto the diagram, or press Enter to add it.</source>
        <translation>{0}
다이어그램으로 끌어다 놓거나 Enter를 눌러 추가합니다.</translation>
    </message>
    <message>
        <source>Add layer: {0}</source>
        <translation>층 추가: {0}</translation>
    </message>
</context>
<context>
    <name>LayerForm</name>
    <message>
        <source>What the layer is called, here and in Keras.</source>
        <translation>이곳과 Keras에서 쓰는 층의 이름입니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>형태</translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation>{1}: {0} 변경</translation>
    </message>
    <message>
        <source>Rename {0}</source>
        <translation>{0}: 이름 변경</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Scale of the weights</source>
        <translation>가중치 눈금</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>가중치</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로 만들기</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>최근 파일</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Choose data…</source>
        <translation>데이터 선택…</translation>
    </message>
    <message>
        <source>Load weights…</source>
        <translation>가중치 불러오기…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Duplicate layers</source>
        <translation>층 복제</translation>
    </message>
    <message>
        <source>Select all layers</source>
        <translation>모든 층 선택</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>층 이름 변경</translation>
    </message>
    <message>
        <source>Arrange layers</source>
        <translation>층 정렬</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Train or pause</source>
        <translation>학습 또는 일시정지</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 배치</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>정지</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Fit the diagram</source>
        <translation>다이어그램 맞춤</translation>
    </message>
    <message>
        <source>Panes where they were</source>
        <translation>창 배치 되돌리기</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Rename layer</source>
        <translation>층 이름 변경</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>The language changes when nnviz is started again</source>
        <translation>언어는 nnviz를 다시 시작하면 바뀝니다</translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Top-5 accuracy</source>
        <translation>상위 5 정확도</translation>
    </message>
    <message>
        <source>Mean abs. error</source>
        <translation>평균 절대 오차</translation>
    </message>
    <message>
        <source>Mean sq. error</source>
        <translation>평균 제곱 오차</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Mean % error</source>
        <translation>평균 백분율 오차</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Cosine similarity</source>
        <translation>코사인 유사도</translation>
    </message>
</context>
<context>
    <name>NetworkSummary</name>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>{0} of {1} layers selected</source>
        <translation>층 {1}개 중 {0}개 선택</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>층 1개</translation>
    </message>
    <message>
        <source>{0} layers</source>
        <translation>층 {0}개</translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation>파라미터 {0}개</translation>
    </message>
    <message>
        <source>Ready to train</source>
        <translation>학습할 준비가 되었습니다</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Less</source>
        <translation>줄이기</translation>
    </message>
    <message>
        <source>More</source>
        <translation>늘리기</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>what comes in</source>
        <translation>들어오는 값</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>네트워크의 답</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
</context>
<context>
    <name>PaneDock</name>
    <message>
        <source>Close {pane}</source>
        <translation>닫기: {pane}</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>제자리로</translation>
    </message>
    <message>
        <source>Take out of the window</source>
        <translation>창 밖으로 꺼내기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>PanesArea</name>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Decision surface</source>
        <translation>결정 경계</translation>
    </message>
    <message>
        <source>The decision surface needs data with two inputs.</source>
        <translation>결정 경계는 입력이 두 개인 데이터에서 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>PicturePage</name>
    <message>
        <source>Samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Arrays of NumPy.</source>
        <translation>NumPy 배열입니다.</translation>
    </message>
    <message>
        <source>A logic gate: four rows. One straight line parts its answers.</source>
        <translation>논리 게이트: 네 행입니다. 직선 하나로 답이 나뉩니다.</translation>
    </message>
    <message>
        <source>The gate that needs a hidden layer: no straight line parts its answers.</source>
        <translation>은닉층이 필요한 게이트입니다. 직선 하나로는 답을 나눌 수 없습니다.</translation>
    </message>
    <message>
        <source>A ring around a disc: the inner class has to be fenced in.</source>
        <translation>원판을 둘러싼 고리입니다. 안쪽 클래스를 에워싸야 합니다.</translation>
    </message>
    <message>
        <source>Two half moons that reach into each other: the line between them has to bend.</source>
        <translation>서로 맞물린 두 반달입니다. 경계가 휘어야 합니다.</translation>
    </message>
    <message>
        <source>Two arms wound around each other: the hardest of the four.</source>
        <translation>서로 감긴 두 팔입니다. 네 가지 중 가장 어렵습니다.</translation>
    </message>
    <message>
        <source>Three clouds of points: several classes in their simplest form.</source>
        <translation>점 무리 세 개입니다. 가장 단순한 다중 분류입니다.</translation>
    </message>
    <message>
        <source>Sepals and petals of 150 irises of three species, measured in 1935.</source>
        <translation>세 품종의 붓꽃 150송이의 꽃받침과 꽃잎을 1935년에 잰 값입니다.</translation>
    </message>
    <message>
        <source>Thirteen chemical figures of wines from three growers of one region.</source>
        <translation>한 지역 세 생산자의 와인을 분석한 화학 성분 13가지입니다.</translation>
    </message>
    <message>
        <source>Thirty figures of cell nuclei: is the tumour malignant or benign?</source>
        <translation>세포핵의 수치 30가지입니다. 종양이 악성일까요, 양성일까요?</translation>
    </message>
    <message>
        <source>Ten figures of 442 patients; to be predicted: how far the disease went in a year.</source>
        <translation>환자 442명의 수치 10가지로 1년 뒤 병의 진행 정도를 예측합니다.</translation>
    </message>
    <message>
        <source>Handwritten digits, 8 × 8 pixels: which of ten is it?</source>
        <translation>8 × 8 픽셀의 손글씨 숫자입니다. 열 개 중 어느 숫자일까요?</translation>
    </message>
</context>
<context>
    <name>PreparationForm</name>
    <message>
        <source>Task</source>
        <translation>문제 유형</translation>
    </message>
    <message>
        <source>What the target asks for.</source>
        <translation>예측 대상의 종류입니다.</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>스케일링</translation>
    </message>
    <message>
        <source>How the inputs are brought to a size that networks learn from.</source>
        <translation>입력값을 네트워크가 학습하기 좋은 크기로 맞추는 방법입니다.</translation>
    </message>
    <message>
        <source>Validation %</source>
        <translation>검증 %</translation>
    </message>
    <message>
        <source>Rows held back to watch how well training does.</source>
        <translation>학습이 잘되는지 지켜보기 위해 떼어 두는 행입니다.</translation>
    </message>
    <message>
        <source>Test %</source>
        <translation>테스트 %</translation>
    </message>
    <message>
        <source>Rows kept for one last judgement after training.</source>
        <translation>학습이 끝난 뒤 마지막 평가에 쓰는 행입니다.</translation>
    </message>
    <message>
        <source>{0} · auto</source>
        <translation>{0} · 자동</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>회귀</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>이진 분류</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>다중 분류</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>다중 레이블</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0~1</translation>
    </message>
    <message>
        <source>÷ 255</source>
        <translation>÷ 255</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>{0} values</source>
        <translation>{0}가지</translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation>빈 값 {0}개</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>number</source>
        <translation>실수</translation>
    </message>
    <message>
        <source>bool</source>
        <translation>참/거짓</translation>
    </message>
    <message>
        <source>text</source>
        <translation>문자</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>빈 열</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Preview; choose the target column</source>
        <translation>미리 보기: 예측할 열 선택</translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>평가 지표</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>shuffle</source>
        <translation>섞기</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>평균 제곱 오차</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>평균 절대 오차</translation>
    </message>
    <message>
        <source>huber</source>
        <translation>후버</translation>
    </message>
    <message>
        <source>log cosh</source>
        <translation>로그 코시</translation>
    </message>
    <message>
        <source>poisson</source>
        <translation>포아송</translation>
    </message>
    <message>
        <source>MAPE</source>
        <translation>평균 백분율 오차</translation>
    </message>
    <message>
        <source>MSLE</source>
        <translation>평균 제곱 로그 오차</translation>
    </message>
    <message>
        <source>binary crossentropy</source>
        <translation>이진 교차 엔트로피</translation>
    </message>
    <message>
        <source>binary focal crossentropy</source>
        <translation>이진 초점 교차 엔트로피</translation>
    </message>
    <message>
        <source>categorical crossentropy</source>
        <translation>범주형 교차 엔트로피</translation>
    </message>
    <message>
        <source>sparse categorical crossentropy</source>
        <translation>희소 범주형 교차 엔트로피</translation>
    </message>
    <message>
        <source>categorical focal crossentropy</source>
        <translation>범주형 초점 교차 엔트로피</translation>
    </message>
    <message>
        <source>kl divergence</source>
        <translation>KL 발산</translation>
    </message>
    <message>
        <source>hinge</source>
        <translation>힌지</translation>
    </message>
    <message>
        <source>squared hinge</source>
        <translation>제곱 힌지</translation>
    </message>
    <message>
        <source>categorical hinge</source>
        <translation>범주형 힌지</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>binary accuracy</source>
        <translation>이진 정확도</translation>
    </message>
    <message>
        <source>categorical accuracy</source>
        <translation>범주형 정확도</translation>
    </message>
    <message>
        <source>sparse categorical accuracy</source>
        <translation>희소 범주형 정확도</translation>
    </message>
    <message>
        <source>top k categorical accuracy</source>
        <translation>상위 k 정확도</translation>
    </message>
    <message>
        <source>root mean squared error</source>
        <translation>평균 제곱근 오차</translation>
    </message>
    <message>
        <source>r2 score</source>
        <translation>결정 계수(R²)</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>cosine similarity</source>
        <translation>코사인 유사도</translation>
    </message>
    <message>
        <source>Mean squared error: the usual one for numbers.</source>
        <translation>평균 제곱 오차: 숫자를 예측할 때 가장 많이 씁니다.</translation>
    </message>
    <message>
        <source>Mean absolute error: outliers count less.</source>
        <translation>평균 절대 오차: 이상치의 영향이 작습니다.</translation>
    </message>
    <message>
        <source>Squared near zero, absolute far away.</source>
        <translation>0 근처에서는 제곱, 멀리서는 절댓값입니다.</translation>
    </message>
    <message>
        <source>A smooth mean absolute error.</source>
        <translation>매끄러운 평균 절대 오차입니다.</translation>
    </message>
    <message>
        <source>For counts.</source>
        <translation>개수를 예측할 때 씁니다.</translation>
    </message>
    <message>
        <source>Mean absolute percentage error.</source>
        <translation>평균 절대 백분율 오차입니다.</translation>
    </message>
    <message>
        <source>Mean squared logarithmic error: for targets over several orders of size.</source>
        <translation>평균 제곱 로그 오차: 크기 차이가 매우 큰 값을 예측할 때 씁니다.</translation>
    </message>
    <message>
        <source>The usual one for yes or no.</source>
        <translation>이진 분류에 가장 많이 씁니다.</translation>
    </message>
    <message>
        <source>Yes or no, with more weight on what is hard.</source>
        <translation>이진 분류에서 어려운 샘플에 더 큰 비중을 둡니다.</translation>
    </message>
    <message>
        <source>The usual one for several classes.</source>
        <translation>다중 분류에 가장 많이 씁니다.</translation>
    </message>
    <message>
        <source>The same, with the class as a number.</source>
        <translation>같은 손실이지만 클래스를 번호로 받습니다.</translation>
    </message>
    <message>
        <source>Several classes, with more weight on what is hard.</source>
        <translation>다중 분류에서 어려운 샘플에 더 큰 비중을 둡니다.</translation>
    </message>
    <message>
        <source>How far one distribution is from another.</source>
        <translation>두 분포가 얼마나 다른지 나타냅니다.</translation>
    </message>
    <message>
        <source>Yes or no with a margin, as support vector machines have it.</source>
        <translation>서포트 벡터 머신처럼 마진을 두는 이진 분류입니다.</translation>
    </message>
    <message>
        <source>The margin&apos;s square.</source>
        <translation>마진의 제곱입니다.</translation>
    </message>
    <message>
        <source>A margin for several classes.</source>
        <translation>마진을 두는 다중 분류입니다.</translation>
    </message>
    <message>
        <source>A step of its own for every weight; the usual first choice.</source>
        <translation>가중치마다 보폭이 다릅니다. 보통 가장 먼저 고릅니다.</translation>
    </message>
    <message>
        <source>How long the average of the gradient remembers.</source>
        <translation>기울기 평균의 기억 길이입니다.</translation>
    </message>
    <message>
        <source>How long the average of the squared gradient remembers.</source>
        <translation>기울기 제곱 평균의 기억 길이입니다.</translation>
    </message>
    <message>
        <source>Keeps the largest average seen, for a surer convergence.</source>
        <translation>지금까지의 가장 큰 평균을 써서 더 확실히 수렴합니다.</translation>
    </message>
    <message>
        <source>Plain gradient descent, with momentum if wanted; what textbooks show.</source>
        <translation>교과서에 나오는 기본 경사 하강법입니다. 모멘텀을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>How much of the last step is carried on into this one.</source>
        <translation>지난 스텝을 이번 스텝에 이어 가는 정도입니다.</translation>
    </message>
    <message>
        <source>Looks ahead along the momentum before it steps.</source>
        <translation>모멘텀 방향을 미리 살핀 뒤 움직입니다.</translation>
    </message>
    <message>
        <source>Steps divided by the recent size of the gradient; often used for recurrent networks.</source>
        <translation>최근 기울기의 크기로 나눈 보폭입니다. 순환 신경망에 자주 씁니다.</translation>
    </message>
    <message>
        <source>Divides by the gradient&apos;s spread instead of its size.</source>
        <translation>기울기의 크기 대신 표준편차로 나눕니다.</translation>
    </message>
    <message>
        <source>Adam with weight decay kept apart from the gradient.</source>
        <translation>가중치 감쇠를 기울기와 분리한 Adam입니다.</translation>
    </message>
    <message>
        <source>Shrinks the weights a little in every step, which keeps them small.</source>
        <translation>스텝마다 가중치를 조금씩 줄여 작게 유지합니다.</translation>
    </message>
    <message>
        <source>Adam with Nesterov&apos;s look ahead.</source>
        <translation>네스테로프 방식으로 미리 살피는 Adam입니다.</translation>
    </message>
    <message>
        <source>Adam measured by the largest gradient; steady with rare features.</source>
        <translation>가장 큰 기울기를 기준으로 하는 Adam입니다. 드문 특성에도 안정적입니다.</translation>
    </message>
    <message>
        <source>How long the average of the largest gradient remembers.</source>
        <translation>최대 기울기 평균의 기억 길이입니다.</translation>
    </message>
    <message>
        <source>Steps that only shrink; for rare features.</source>
        <translation>보폭이 줄어들기만 합니다. 드문 특성에 알맞습니다.</translation>
    </message>
    <message>
        <source>Where the sums of squares start.</source>
        <translation>제곱합의 초깃값입니다.</translation>
    </message>
    <message>
        <source>Adagrad that forgets; works best with a learning rate of 1.</source>
        <translation>과거를 잊는 Adagrad입니다. 학습률 1에서 가장 좋습니다.</translation>
    </message>
    <message>
        <source>Adam with little memory, for very large layers.</source>
        <translation>메모리를 적게 쓰는 Adam입니다. 매우 큰 층에 알맞습니다.</translation>
    </message>
    <message>
        <source>How fast the average&apos;s memory grows.</source>
        <translation>평균의 기억이 늘어나는 속도입니다.</translation>
    </message>
    <message>
        <source>The largest step before it is scaled down.</source>
        <translation>줄이지 않는 가장 큰 보폭입니다.</translation>
    </message>
    <message>
        <source>Lets the learning rate fall with the steps.</source>
        <translation>스텝이 진행될수록 학습률을 낮춥니다.</translation>
    </message>
    <message>
        <source>For sparse linear models; can drive weights to exactly zero.</source>
        <translation>희소 선형 모델용입니다. 가중치를 정확히 0으로 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>How fast the steps shrink.</source>
        <translation>보폭이 줄어드는 속도입니다.</translation>
    </message>
    <message>
        <source>The pull of each weight towards exactly zero.</source>
        <translation>가중치를 정확히 0으로 당기는 힘입니다.</translation>
    </message>
    <message>
        <source>The pull of each weight towards small values.</source>
        <translation>가중치를 작은 값으로 당기는 힘입니다.</translation>
    </message>
    <message>
        <source>The same, on the size of the gradient only.</source>
        <translation>같은 힘을 기울기의 크기에만 적용합니다.</translation>
    </message>
    <message>
        <source>A number that tempers the first steps.</source>
        <translation>첫 스텝들을 누그러뜨리는 수입니다.</translation>
    </message>
    <message>
        <source>Steps of one size by the gradient&apos;s sign; wants a learning rate 3 to 10 times smaller.</source>
        <translation>기울기의 부호로 같은 보폭씩 움직입니다. 학습률을 3~10배 작게 잡습니다.</translation>
    </message>
    <message>
        <source>How long the average of the gradient in this step remembers.</source>
        <translation>이번 스텝에 쓰는 기울기 평균의 기억 길이입니다.</translation>
    </message>
    <message>
        <source>How long the average of the gradient that is kept remembers.</source>
        <translation>보관하는 기울기 평균의 기억 길이입니다.</translation>
    </message>
    <message>
        <source>Adam scaled to each layer, for very large batches.</source>
        <translation>층마다 크기를 맞춘 Adam입니다. 매우 큰 배치에 알맞습니다.</translation>
    </message>
    <message>
        <source>Makes each matrix&apos;s step orthogonal; Adam for everything else.</source>
        <translation>행렬의 스텝을 직교화하고 나머지는 Adam을 씁니다.</translation>
    </message>
    <message>
        <source>How long the average of the gradient in Adam&apos;s part remembers.</source>
        <translation>Adam 부분에서 기울기 평균의 기억 길이입니다.</translation>
    </message>
    <message>
        <source>How long the average of the squared gradient in Adam&apos;s part remembers.</source>
        <translation>Adam 부분에서 기울기 제곱 평균의 기억 길이입니다.</translation>
    </message>
    <message>
        <source>Weight decay where Adam is used.</source>
        <translation>Adam을 쓰는 부분의 가중치 감쇠입니다.</translation>
    </message>
    <message>
        <source>Leaves embeddings to Adam.</source>
        <translation>임베딩은 Adam에 맡깁니다.</translation>
    </message>
    <message>
        <source>Adam&apos;s learning rate as a share of Muon&apos;s.</source>
        <translation>Muon 학습률에 대한 Adam 학습률의 비율입니다.</translation>
    </message>
    <message>
        <source>Rounds of the iteration.</source>
        <translation>반복 횟수입니다.</translation>
    </message>
    <message>
        <source>Brings Muon&apos;s steps to the size of Adam&apos;s.</source>
        <translation>Muon의 보폭을 Adam의 크기에 맞춥니다.</translation>
    </message>
    <message>
        <source>AdamW that needs no schedule: it averages its own path.</source>
        <translation>스케줄이 필요 없는 AdamW입니다. 지나온 경로를 평균합니다.</translation>
    </message>
    <message>
        <source>Batches over which the learning rate rises.</source>
        <translation>학습률이 올라가는 동안의 배치 수입니다.</translation>
    </message>
</context>
<context>
    <name>RecipeTab</name>
    <message>
        <source>More of the optimizer</source>
        <translation>옵티마이저 세부 설정</translation>
    </message>
    <message>
        <source>{0} (suggested)</source>
        <translation>{0} (추천)</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>What training makes small; in grey while it follows the task.</source>
        <translation>학습이 줄이려는 값입니다. 문제 유형을 따를 때는 회색입니다.</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>평가 지표</translation>
    </message>
    <message>
        <source>A score to watch that training itself does not use.</source>
        <translation>학습에는 쓰지 않고 지켜보기만 하는 점수입니다.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>The rule that moves the weights.</source>
        <translation>가중치를 움직이는 규칙입니다.</translation>
    </message>
    <message>
        <source>How far each step moves the weights; too large jumps about, too small takes long.</source>
        <translation>한 스텝에 가중치를 움직이는 정도입니다. 너무 크면 튀고 너무 작으면 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>How often training goes through all rows.</source>
        <translation>모든 행을 학습하는 횟수입니다.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Rows per step; small batches step more often.</source>
        <translation>한 스텝에 쓰는 행 수입니다. 작을수록 자주 움직입니다.</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>섞기</translation>
    </message>
    <message>
        <source>Takes the rows in a new order in every epoch.</source>
        <translation>에포크마다 행의 순서를 바꿉니다.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>The same seed gives the same initial weights and order of rows.</source>
        <translation>시드가 같으면 초기 가중치와 행의 순서도 같습니다.</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>{0} 변경</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>{0} 사용</translation>
    </message>
</context>
<context>
    <name>RunDisplay</name>
    <message>
        <source>Weights loaded from {0}</source>
        <translation>가중치를 불러왔습니다: {0}</translation>
    </message>
    <message>
        <source>The engine does not answer. Stop ends it; nothing is lost.</source>
        <translation>엔진이 응답하지 않습니다. 정지를 누르면 끝나며 잃는 것은 없습니다.</translation>
    </message>
    <message>
        <source>Engine starting</source>
        <translation>엔진 시작 중</translation>
    </message>
    <message>
        <source>Building the network</source>
        <translation>네트워크 구성 중</translation>
    </message>
    <message>
        <source>Training on {0}</source>
        <translation>{0}에서 학습 중</translation>
    </message>
    <message>
        <source>Engine ready, {0}</source>
        <translation>엔진 준비됨, {0}</translation>
    </message>
    <message>
        <source>The data are being loaded</source>
        <translation>데이터를 불러오는 중입니다</translation>
    </message>
    <message>
        <source>Going on with what is drawn now</source>
        <translation>지금 그려진 네트워크로 이어서 학습합니다</translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation>내보냈습니다: {0}</translation>
    </message>
    <message>
        <source>Exported to {0}. It expects scaled inputs: the Python script shows how they are made</source>
        <translation>{0}(으)로 내보냈습니다. 스케일링된 입력이 필요합니다. 만드는 방법은 Python 스크립트에 있습니다</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation>색상 범위: {low} ~ {high}</translation>
    </message>
</context>
<context>
    <name>ScriptTab</name>
    <message>
        <source>Keras script</source>
        <translation>Keras 스크립트</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Put the whole script on the clipboard</source>
        <translation>스크립트 전체를 클립보드에 복사</translation>
    </message>
    <message>
        <source>Trains the same network without nnviz.</source>
        <translation>nnviz 없이 같은 네트워크를 학습합니다.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
</context>
<context>
    <name>SeedRow</name>
    <message>
        <source>Throw another seed</source>
        <translation>다른 시드 뽑기</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>{0} is where data come in: no link may lead into it</source>
        <translation>{0}: 데이터가 들어오는 층에는 연결이 들어올 수 없습니다</translation>
    </message>
    <message>
        <source>{0} has no input: it needs a link from the layer before it</source>
        <translation>{0}: 입력이 없습니다. 앞 층에서 연결해 주세요</translation>
    </message>
    <message>
        <source>The links go in a circle ({0}): take one of them out</source>
        <translation>연결이 순환합니다({0}). 그중 하나를 삭제하세요</translation>
    </message>
    <message>
        <source>{0} has no input: it needs links from at least {1} layers</source>
        <translation>{0}: 입력이 부족합니다. {1}개 이상의 층에서 연결해 주세요</translation>
    </message>
    <message>
        <source>{0} takes one input but {1} links lead into it: join them first</source>
        <translation>{0}: 입력을 하나만 받는데 연결이 {1}개입니다. 먼저 합쳐 주세요</translation>
    </message>
    <message>
        <source>{0} leads nowhere: link it to the next layer or delete it</source>
        <translation>{0}: 이어지는 층이 없습니다. 다음 층에 연결하거나 삭제하세요</translation>
    </message>
    <message>
        <source>{0} and {1} are linked twice</source>
        <translation>{0}, {1}: 두 번 연결되어 있습니다</translation>
    </message>
    <message>
        <source>{0}: expected {1}, got {2}</source>
        <translation>{0}: 필요한 값 {1}, 실제 값 {2}</translation>
    </message>
    <message>
        <source>The diagram is empty: drag an Input and an Output onto it</source>
        <translation>다이어그램이 비어 있습니다. 입력층과 출력층을 끌어다 놓으세요</translation>
    </message>
    <message>
        <source>The network has no {0} layer: drag one in</source>
        <translation>네트워크에 {0} 층이 없습니다. 끌어다 놓으세요</translation>
    </message>
    <message>
        <source>Insert {0}</source>
        <translation>{0} 삽입</translation>
    </message>
    <message>
        <source>Add {0}</source>
        <translation>{0} 추가</translation>
    </message>
    <message>
        <source>a Dense layer needs at least one number a sample</source>
        <translation>Dense 층에는 샘플마다 숫자가 하나 이상 필요합니다</translation>
    </message>
    <message>
        <source>Concatenate has no dimension {0} to join along</source>
        <translation>Concatenate: 이어 붙일 차원 {0}, 그런 차원은 없습니다</translation>
    </message>
    <message>
        <source>Input waits for the data, which say how many numbers come in</source>
        <translation>입력층이 데이터를 기다립니다. 데이터가 입력 크기를 정합니다</translation>
    </message>
    <message>
        <source>Output waits for the data, which say how many units the answer needs</source>
        <translation>출력층이 데이터를 기다립니다. 데이터가 유닛 수를 정합니다</translation>
    </message>
    <message>
        <source>Reshape needs a target shape</source>
        <translation>Reshape: 새 형태를 입력해 주세요</translation>
    </message>
    <message>
        <source>Reshape to {0} needs {1} numbers a sample, but {2} come in</source>
        <translation>Reshape {0}: 샘플마다 숫자 {1}개가 필요한데 {2}개가 들어옵니다</translation>
    </message>
    <message>
        <source>Concatenate needs inputs with the same number of dimensions</source>
        <translation>Concatenate: 입력의 차원 수가 같아야 합니다</translation>
    </message>
    <message>
        <source>Concatenate needs inputs that agree in all other dimensions</source>
        <translation>Concatenate: 나머지 차원의 크기가 같아야 합니다</translation>
    </message>
    <message>
        <source>Add needs inputs of the same shape</source>
        <translation>Add: 입력의 형태가 같아야 합니다</translation>
    </message>
    <message>
        <source>Epochs must be at least 1, not {0}</source>
        <translation>에포크는 1 이상이어야 합니다(현재 {0})</translation>
    </message>
    <message>
        <source>The batch size must be at least 1, not {0}</source>
        <translation>배치 크기는 1 이상이어야 합니다(현재 {0})</translation>
    </message>
    <message>
        <source>The learning rate must be a number above 0, not {0}</source>
        <translation>학습률은 0보다 큰 수여야 합니다(현재 {0})</translation>
    </message>
    <message>
        <source>The data have one input, but the network has several</source>
        <translation>데이터의 입력은 하나인데 네트워크의 입력층이 여러 개입니다</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>숫자 1개</translation>
    </message>
    <message>
        <source>{0} numbers</source>
        <translation>숫자 {0}개</translation>
    </message>
    <message>
        <source>Follow the data</source>
        <translation>데이터에 맞춤</translation>
    </message>
    <message>
        <source>{0} classes</source>
        <translation>클래스 {0}개</translation>
    </message>
    <message>
        <source>{0} labels</source>
        <translation>레이블 {0}개</translation>
    </message>
    <message>
        <source>{0} target values</source>
        <translation>예측할 값 {0}개</translation>
    </message>
    <message>
        <source>Reducing the rate watches the validation part, but there is none</source>
        <translation>학습률 줄이기는 검증 데이터를 지켜보는데, 검증 데이터가 없습니다</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>유닛 1개</translation>
    </message>
    <message>
        <source>{0} units</source>
        <translation>유닛 {0}개</translation>
    </message>
    <message>
        <source>Use binary crossentropy</source>
        <translation>이진 교차 엔트로피 사용</translation>
    </message>
    <message>
        <source>There are no data to learn from: choose some</source>
        <translation>학습할 데이터가 없습니다. 데이터를 선택하세요</translation>
    </message>
    <message>
        <source>The training part is empty: give it some rows</source>
        <translation>훈련 데이터가 비어 있습니다. 행을 나누어 주세요</translation>
    </message>
    <message>
        <source>The data have one target, but the network has several outputs</source>
        <translation>예측 대상은 하나인데 네트워크의 출력층이 여러 개입니다</translation>
    </message>
    <message>
        <source>Stopping early watches the validation part, but there is none</source>
        <translation>조기 종료가 검증 데이터를 지켜보는데 검증 데이터가 없습니다</translation>
    </message>
    <message>
        <source>Remove {0} -&gt; {1}</source>
        <translation>{0} -&gt; {1} 연결 삭제</translation>
    </message>
    <message>
        <source>{0} expects {1} a sample, but the data have {2}</source>
        <translation>{0}: 샘플마다 필요한 값은 {1}, 데이터는 {2}개입니다</translation>
    </message>
    <message>
        <source>{0} answers in shape {1}, but the target is one row of numbers: flatten before it</source>
        <translation>{0}: 답의 형태는 {1}인데 예측 대상은 한 줄의 숫자입니다. 앞에서 평탄화하세요</translation>
    </message>
    <message>
        <source>Binary crossentropy is for yes or no, but the data have {0} classes</source>
        <translation>이진 교차 엔트로피는 이진 분류용인데 데이터의 클래스가 {0}개입니다</translation>
    </message>
    <message>
        <source>{0} is for classes, but the target is a number: use mean squared error</source>
        <translation>분류용 손실 함수({0})인데 예측 대상이 숫자입니다. 평균 제곱 오차를 사용하세요</translation>
    </message>
    <message>
        <source>{0} is {1}, but {2} expects probabilities: use {3}</source>
        <translation>{0}: 활성화 함수가 {1}인데 {2}에는 확률이 필요합니다. {3} 함수를 사용하세요</translation>
    </message>
    <message>
        <source>{0} is {1}, which cannot answer below 0 or above 1: use linear</source>
        <translation>{0}: 활성화 함수가 {1}이면 0보다 작거나 1보다 큰 답을 낼 수 없습니다. linear를 사용하세요</translation>
    </message>
    <message>
        <source>{0} has {1}, but the data have {2}</source>
        <translation>{0}: 출력은 {1}, 데이터는 {2}입니다</translation>
    </message>
    <message>
        <source>{0} has {1}, but {2} on a yes-or-no target needs {3}</source>
        <translation>{0}: {1}인데 이진 분류에서 {2}에는 유닛 {3}개가 필요합니다</translation>
    </message>
    <message>
        <source>{0} has softmax on a single unit, which always answers 1: use sigmoid</source>
        <translation>{0}: 유닛 하나의 softmax는 항상 1을 답합니다. sigmoid를 사용하세요</translation>
    </message>
    <message>
        <source>Keep 20 % for validation</source>
        <translation>20 %를 검증용으로 떼어 두기</translation>
    </message>
    <message>
        <source>Use categorical crossentropy</source>
        <translation>범주형 교차 엔트로피 사용</translation>
    </message>
    <message>
        <source>Use mean squared error</source>
        <translation>평균 제곱 오차 사용</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>{0} 사용</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>epoch {0}</source>
        <translation>에포크 {0}</translation>
    </message>
    <message>
        <source>{0} epochs/s</source>
        <translation>초당 {0} 에포크</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>{0} 남음</translation>
    </message>
    <message>
        <source>learning rate {0}</source>
        <translation>학습률 {0}</translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation>파라미터 {0}개</translation>
    </message>
</context>
<context>
    <name>StoppingSection</name>
    <message>
        <source>Stop early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Ends the run when the watched value no longer gets better.</source>
        <translation>지켜보는 값이 더 나아지지 않으면 학습을 끝냅니다.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>지켜볼 값</translation>
    </message>
    <message>
        <source>The value that has to get better.</source>
        <translation>나아져야 하는 값입니다.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>인내 에포크</translation>
    </message>
    <message>
        <source>How many epochs it may go without getting better.</source>
        <translation>나아지지 않아도 기다리는 에포크 수입니다.</translation>
    </message>
    <message>
        <source>Restore best</source>
        <translation>최고 상태로 복원</translation>
    </message>
    <message>
        <source>Ends with the weights of the best epoch, not the last.</source>
        <translation>마지막이 아니라 가장 좋았던 에포크의 가중치로 끝냅니다.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>종료 조건</translation>
    </message>
    <message>
        <source>validation {0}</source>
        <translation>검증 {0}</translation>
    </message>
    <message>
        <source>training {0}</source>
        <translation>훈련 {0}</translation>
    </message>
    <message>
        <source>Do not stop early</source>
        <translation>조기 종료 안 함</translation>
    </message>
    <message>
        <source>Change early stopping</source>
        <translation>조기 종료 변경</translation>
    </message>
</context>
<context>
    <name>SurfacePane</name>
    <message>
        <source>Decision surface</source>
        <translation>결정 경계</translation>
    </message>
    <message>
        <source>Discretize</source>
        <translation>단계 표시</translation>
    </message>
    <message>
        <source>Show the decision alone, without shades</source>
        <translation>명암 없이 판정 결과만 표시</translation>
    </message>
    <message>
        <source>A decision surface needs data with two inputs</source>
        <translation>결정 경계는 입력이 두 개인 데이터에서 볼 수 있습니다</translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>Decision surface</source>
        <translation>결정 경계</translation>
    </message>
    <message>
        <source>What the network answers for every point appears here</source>
        <translation>각 점에 대한 네트워크의 답이 여기에 표시됩니다</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>class {index}</source>
        <translation>클래스 {index}</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Click the column to be predicted</source>
        <translation>예측할 열을 클릭하세요</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>구분자</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>머리글</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>쉼표</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>세미콜론</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>막대 |</translation>
    </message>
    <message>
        <source>space</source>
        <translation>공백</translation>
    </message>
    <message>
        <source>first row</source>
        <translation>첫 행</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{0} · auto</source>
        <translation>{0} · 자동</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>{0} rows, {1} columns</source>
        <translation>{0}행, {1}열</translation>
    </message>
    <message>
        <source>The last column is predicted: click another one to change that</source>
        <translation>마지막 열을 예측합니다. 바꾸려면 다른 열을 클릭하세요</translation>
    </message>
    <message>
        <source>Ctrl+click predicts several columns</source>
        <translation>Ctrl+클릭으로 여러 열을 예측합니다</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Back to the same initial weights, epoch 0</source>
        <translation>같은 초기 가중치, 에포크 0으로 되돌리기</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 배치</translation>
    </message>
    <message>
        <source>Train one batch and wait</source>
        <translation>배치 하나만 학습하고 대기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>정지</translation>
    </message>
    <message>
        <source>End the run; what was learned stays</source>
        <translation>학습을 끝냅니다. 학습한 내용은 남습니다</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Take the network home as a file</source>
        <translation>네트워크를 파일로 저장</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>저장 안 됨</translation>
    </message>
    <message>
        <source>Epoch {0} of {1}</source>
        <translation>에포크 {0} / {1}</translation>
    </message>
</context>
<context>
    <name>TrainButton</name>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
</context>
<context>
    <name>WeightsPane</name>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Choose the layer whose weights are shown</source>
        <translation>가중치를 볼 층 선택</translation>
    </message>
    <message>
        <source>The weights of a layer appear here</source>
        <translation>층의 가중치가 여기에 표시됩니다</translation>
    </message>
    <message>
        <source>Layer: {name}</source>
        <translation>층: {name}</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>Weights of the layer</source>
        <translation>층의 가중치</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>{low} to {high}: {count} weights</source>
        <translation>{low} ~ {high}: 가중치 {count}개</translation>
    </message>
    <message>
        <source>bias of unit {unit}: {value}</source>
        <translation>유닛 {unit}의 편향: {value}</translation>
    </message>
    <message>
        <source>weight {input} → unit {unit}: {value}</source>
        <translation>가중치 {input} → 유닛 {unit}: {value}</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Fit the diagram to the window</source>
        <translation>다이어그램을 창에 맞춤</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
</context>
<context>
    <name>_Header</name>
    <message>
        <source>target</source>
        <translation>예측 대상</translation>
    </message>
</context>
</TS>
