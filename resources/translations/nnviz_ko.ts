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
    <name>Changes</name>
    <message>
        <source>layer added</source>
        <translation>층 추가</translation>
    </message>
    <message>
        <source>layer removed</source>
        <translation>층 삭제</translation>
    </message>
    <message>
        <source>layer renamed</source>
        <translation>층 이름 변경</translation>
    </message>
    <message>
        <source>link added</source>
        <translation>연결 추가</translation>
    </message>
    <message>
        <source>link removed</source>
        <translation>연결 삭제</translation>
    </message>
    <message>
        <source>by the task</source>
        <translation>문제 유형에 맞춤</translation>
    </message>
    <message>
        <source>by the data</source>
        <translation>데이터에 맞춤</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
</context>
<context>
    <name>ClassWeightsSection</name>
    <message>
        <source>Balanced</source>
        <translation>균형 맞춤</translation>
    </message>
    <message>
        <source>Weigh each class by how few rows the training part has of it</source>
        <translation>훈련 데이터에 행이 적은 클래스일수록 가중치를 크게 합니다</translation>
    </message>
    <message>
        <source>{0} more classes follow; Balanced weighs them too.</source>
        <translation>클래스가 {0}개 더 있습니다. 균형 맞춤은 이 클래스에도 적용됩니다.</translation>
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
        <source>and {count} more</source>
        <translation>외 {count}건</translation>
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
        <source>weights</source>
        <translation>가중치 부여</translation>
    </message>
    <message>
        <source>fewer of the frequent</source>
        <translation>언더샘플링</translation>
    </message>
    <message>
        <source>more of the rare</source>
        <translation>오버샘플링</translation>
    </message>
    <message>
        <source>SMOTE</source>
        <translation>SMOTE</translation>
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
    <name>ExplanationBar</name>
    <message>
        <source>Point at a field, or step into it, to read here what it does.</source>
        <translation>항목에 마우스를 올리거나 커서를 두면 설명이 여기에 표시됩니다.</translation>
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
    <name>GoalSection</name>
    <message>
        <source>Back to what suits the task: {0}</source>
        <translation>문제 유형에 맞는 값으로: {0}</translation>
    </message>
    <message>
        <source>{0} (suggested)</source>
        <translation>{0} (추천)</translation>
    </message>
    <message>
        <source>{0} · for another task</source>
        <translation>{0} · 다른 문제용</translation>
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
        <source>Clip norm</source>
        <translation>노름 클리핑</translation>
    </message>
    <message>
        <source>Clip value</source>
        <translation>값 클리핑</translation>
    </message>
    <message>
        <source>Clip all</source>
        <translation>전체 클리핑</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>이동 평균</translation>
    </message>
    <message>
        <source>Its memory</source>
        <translation>평균 기억</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>덮어쓰기</translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation>손실 배율</translation>
    </message>
    <message>
        <source>Gather</source>
        <translation>기울기 누적</translation>
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
        <source>Epsilon 1</source>
        <translation>엡실론 1</translation>
    </message>
    <message>
        <source>Epsilon 2</source>
        <translation>엡실론 2</translation>
    </message>
    <message>
        <source>Step limit</source>
        <translation>보폭 한계</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>상대 스텝</translation>
    </message>
    <message>
        <source>Rate power</source>
        <translation>학습률 지수</translation>
    </message>
    <message>
        <source>L1 strength</source>
        <translation>L1 강도</translation>
    </message>
    <message>
        <source>L2 strength</source>
        <translation>L2 강도</translation>
    </message>
    <message>
        <source>L2 shrinkage</source>
        <translation>L2 수축</translation>
    </message>
    <message>
        <source>Adam decay</source>
        <translation>Adam 감쇠</translation>
    </message>
    <message>
        <source>Embeddings apart</source>
        <translation>임베딩 제외</translation>
    </message>
    <message>
        <source>Muon a</source>
        <translation>Muon a</translation>
    </message>
    <message>
        <source>Muon b</source>
        <translation>Muon b</translation>
    </message>
    <message>
        <source>Muon c</source>
        <translation>Muon c</translation>
    </message>
    <message>
        <source>Adam rate</source>
        <translation>Adam 비율</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>반복 횟수</translation>
    </message>
    <message>
        <source>RMS rate</source>
        <translation>RMS 비율</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>Initial learning rate</source>
        <translation>초기 학습률</translation>
    </message>
    <message>
        <source>Decay steps</source>
        <translation>감쇠 스텝</translation>
    </message>
    <message>
        <source>Decay rate</source>
        <translation>감쇠율</translation>
    </message>
    <message>
        <source>Staircase</source>
        <translation>계단식</translation>
    </message>
    <message>
        <source>End share</source>
        <translation>최종 비율</translation>
    </message>
    <message>
        <source>Warm up to</source>
        <translation>워밍업 목표</translation>
    </message>
    <message>
        <source>First fall</source>
        <translation>첫 감쇠</translation>
    </message>
    <message>
        <source>Longer by</source>
        <translation>길이 배율</translation>
    </message>
    <message>
        <source>Higher by</source>
        <translation>높이 배율</translation>
    </message>
    <message>
        <source>End rate</source>
        <translation>최종 학습률</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>차수</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>경계</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
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
    <name>Layers</name>
    <message>
        <source>Its answers are no longer numbers: the steps were too large.</source>
        <translation>출력이 더 이상 숫자가 아닙니다. 보폭이 너무 컸습니다.</translation>
    </message>
    <message>
        <source>{share} of its units answer 0 to every row: they no longer learn.</source>
        <translation>모든 행에 0을 출력하는 유닛이 {share}입니다. 이 유닛들은 더 이상 학습하지 않습니다.</translation>
    </message>
    <message>
        <source>The gradient is no longer a number: a smaller learning rate helps.</source>
        <translation>기울기가 더 이상 숫자가 아닙니다. 학습률을 낮추면 도움이 됩니다.</translation>
    </message>
    <message>
        <source>No gradient arrives here: the layer does not learn.</source>
        <translation>기울기가 여기까지 전달되지 않아 이 층은 학습하지 않습니다.</translation>
    </message>
    <message>
        <source>The gradient has almost vanished on its way here, to less than a thousandth of the strongest: the layer learns much more slowly than others.</source>
        <translation>기울기가 여기까지 오는 동안 거의 소실되어 가장 큰 기울기의 1000분의 1에도 못 미칩니다. 이 층은 다른 층보다 훨씬 느리게 학습합니다.</translation>
    </message>
    <message>
        <source>A step changes its weights by more than a tenth: a smaller learning rate would be steadier.</source>
        <translation>한 스텝에 가중치가 10분의 1 넘게 바뀝니다. 학습률을 낮추면 더 안정됩니다.</translation>
    </message>
    <message>
        <source>A step hardly changes its weights: it has settled, or a larger learning rate would help.</source>
        <translation>한 스텝에 가중치가 거의 바뀌지 않습니다. 이미 수렴했을 수 있고, 아니라면 학습률을 높이면 도움이 됩니다.</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>죽은 유닛</translation>
    </message>
    <message>
        <source>Gradient norm: how strongly the error pulls on all weights of the layer. The line shows how it went, on a scale of powers of ten.</source>
        <translation>기울기 노름: 오차가 층의 가중치 전체를 당기는 세기입니다. 선은 지금까지의 변화를 로그 눈금으로 나타냅니다.</translation>
    </message>
    <message>
        <source>Update ratio: how much one step changes the weights, as a share of them. About 0.001 is healthy.</source>
        <translation>갱신 비율: 한 스텝에 가중치가 바뀌는 양을 가중치의 크기로 나눈 값입니다. 0.001 정도가 적당합니다.</translation>
    </message>
    <message>
        <source>Output: the mean of what its units answer, and how far they spread.</source>
        <translation>출력: 유닛들이 내는 값의 평균과 표준편차입니다.</translation>
    </message>
    <message>
        <source>Dead units: the share of units that answer exactly 0 to every row.</source>
        <translation>죽은 유닛: 모든 행에 정확히 0을 출력하는 유닛의 비율입니다.</translation>
    </message>
</context>
<context>
    <name>LayersPane</name>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>How each layer learns appears here</source>
        <translation>층별 학습 상태가 여기에 표시됩니다</translation>
    </message>
</context>
<context>
    <name>LayersView</name>
    <message>
        <source>Figures of the layers</source>
        <translation>층별 수치</translation>
    </message>
    <message>
        <source>{first} to {last} of {count}</source>
        <translation>{count}개 중 {first}~{last}</translation>
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
    <name>Memory</name>
    <message>
        <source>Weights, gradients, optimizer: {0}</source>
        <translation>가중치, 기울기, 옵티마이저: {0}</translation>
    </message>
    <message>
        <source>Answers of the layers to a batch: {0}</source>
        <translation>배치 하나에 대한 층의 출력: {0}</translation>
    </message>
    <message>
        <source>Data: {0}</source>
        <translation>데이터: {0}</translation>
    </message>
    <message>
        <source>TensorFlow and Python: {0}</source>
        <translation>TensorFlow와 Python: {0}</translation>
    </message>
</context>
<context>
    <name>MemoryLine</name>
    <message>
        <source>Memory: {0} needed, {1} free</source>
        <translation>메모리: 여유 {1} 중 {0} 필요</translation>
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
    <name>MetricsField</name>
    <message>
        <source>Add a metric</source>
        <translation>평가 지표 추가</translation>
    </message>
    <message>
        <source>Metric {0}</source>
        <translation>평가 지표 {0}</translation>
    </message>
    <message>
        <source>Do not measure {0}</source>
        <translation>{0} 측정 안 함</translation>
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
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Decision surface</source>
        <translation>결정 경계</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>예측</translation>
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
    <name>PiecesField</name>
    <message>
        <source>Add a step</source>
        <translation>단계 추가</translation>
    </message>
    <message>
        <source>Take this step out</source>
        <translation>이 단계 삭제</translation>
    </message>
    <message>
        <source>Step {0}: after batch</source>
        <translation>단계 {0}: 이 배치 이후</translation>
    </message>
    <message>
        <source>Step {0}: learning rate</source>
        <translation>단계 {0}: 학습률</translation>
    </message>
</context>
<context>
    <name>PredictionsPane</name>
    <message>
        <source>Predictions</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Show the next of the numbers that are predicted</source>
        <translation>예측하는 값 가운데 다음 것 보기</translation>
    </message>
    <message>
        <source>What the network answers to some rows appears here</source>
        <translation>몇몇 행에 대한 네트워크의 답이 여기에 표시됩니다</translation>
    </message>
    <message>
        <source>off by {error} on average</source>
        <translation>평균 오차 {error}</translation>
    </message>
    <message>
        <source>{right} of {count} right</source>
        <translation>{count}개 중 {right}개 정답</translation>
    </message>
</context>
<context>
    <name>PredictionsView</name>
    <message>
        <source>Predictions</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>true</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>validation row {row}</source>
        <translation>검증 데이터 {row}행</translation>
    </message>
    <message>
        <source>training row {row}</source>
        <translation>훈련 데이터 {row}행</translation>
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
        <source>For counts: how many times something happens.</source>
        <translation>어떤 일이 일어나는 횟수를 예측할 때 씁니다.</translation>
    </message>
    <message>
        <source>Categorical crossentropy, with the class as a number.</source>
        <translation>범주형 교차 엔트로피와 같지만 클래스를 번호로 받습니다.</translation>
    </message>
    <message>
        <source>The square of the hinge: far misses count for much.</source>
        <translation>힌지의 제곱입니다. 크게 벗어날수록 훨씬 큰 손실이 됩니다.</translation>
    </message>
    <message>
        <source>The share of right answers.</source>
        <translation>답을 맞힌 비율입니다.</translation>
    </message>
    <message>
        <source>The share of right yes-or-no answers.</source>
        <translation>예/아니요를 맞힌 비율입니다.</translation>
    </message>
    <message>
        <source>The share of right classes.</source>
        <translation>클래스를 맞힌 비율입니다.</translation>
    </message>
    <message>
        <source>The share of right classes, given as numbers.</source>
        <translation>번호로 나타낸 클래스를 맞힌 비율입니다.</translation>
    </message>
    <message>
        <source>The share of rows whose class is among the best five.</source>
        <translation>실제 클래스가 상위 5개 답에 드는 행의 비율입니다.</translation>
    </message>
    <message>
        <source>Mean absolute error.</source>
        <translation>평균 절대 오차입니다.</translation>
    </message>
    <message>
        <source>Mean squared error.</source>
        <translation>평균 제곱 오차입니다.</translation>
    </message>
    <message>
        <source>The square root of the mean squared error, in the target&apos;s own unit.</source>
        <translation>평균 제곱 오차의 제곱근입니다. 예측 대상과 단위가 같습니다.</translation>
    </message>
    <message>
        <source>The share of the target&apos;s variance that is explained.</source>
        <translation>예측 대상의 분산 가운데 설명된 비율입니다.</translation>
    </message>
    <message>
        <source>Of what was answered yes, how much was right.</source>
        <translation>예라고 답한 것 중에서 맞은 비율입니다.</translation>
    </message>
    <message>
        <source>Of what is yes, how much was found.</source>
        <translation>실제로 예인 것 중에서 찾아낸 비율입니다.</translation>
    </message>
    <message>
        <source>The area under the ROC curve.</source>
        <translation>ROC 곡선 아래의 넓이입니다.</translation>
    </message>
    <message>
        <source>The cosine of the angle between answer and target.</source>
        <translation>네트워크의 답과 예측 대상이 이루는 각의 코사인입니다.</translation>
    </message>
    <message>
        <source>exponential decay</source>
        <translation>지수 감쇠</translation>
    </message>
    <message>
        <source>cosine decay</source>
        <translation>코사인 감쇠</translation>
    </message>
    <message>
        <source>cosine decay restarts</source>
        <translation>코사인 감쇠 재시작</translation>
    </message>
    <message>
        <source>inverse time decay</source>
        <translation>역시간 감쇠</translation>
    </message>
    <message>
        <source>polynomial decay</source>
        <translation>다항식 감쇠</translation>
    </message>
    <message>
        <source>piecewise constant decay</source>
        <translation>구간별 상수</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>The number that training makes small; it follows the task until you choose one.</source>
        <translation>학습이 줄이려는 값입니다. 직접 고르기 전에는 문제 유형을 따릅니다.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>평가 지표</translation>
    </message>
    <message>
        <source>Scores to watch that training itself does not use.</source>
        <translation>학습에는 쓰지 않고 지켜보기만 하는 점수입니다.</translation>
    </message>
    <message>
        <source>The rule that moves the weights after each batch.</source>
        <translation>배치가 끝날 때마다 가중치를 움직이는 규칙입니다.</translation>
    </message>
    <message>
        <source>How far each step moves the weights; too large jumps about, too small takes long.</source>
        <translation>한 스텝에 가중치를 움직이는 정도입니다. 너무 크면 튀고 너무 작으면 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>Whether the learning rate stays the same or changes from batch to batch.</source>
        <translation>학습률을 그대로 둘지 배치마다 바꿀지 정합니다.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>After how many batches which learning rate holds; the points can be dragged as well.</source>
        <translation>몇 번째 배치 다음부터 어떤 학습률을 쓸지 정합니다. 그래프의 점을 끌어도 됩니다.</translation>
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
        <source>Rows per step; small batches step more often, large ones more surely.</source>
        <translation>한 스텝에 쓰는 행 수입니다. 작을수록 자주 움직이고 클수록 안정적으로 움직입니다.</translation>
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
        <source>Where chance starts: the same seed gives the same weights, order and dropout, the same run.</source>
        <translation>난수의 출발점입니다. 시드가 같으면 초기 가중치, 행의 순서, 드롭아웃이 같아 똑같은 실행이 됩니다.</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>클래스 가중치</translation>
    </message>
    <message>
        <source>How much a row of each class counts: rare classes are not overlooked.</source>
        <translation>클래스마다 행 하나를 얼마나 크게 셀지 정합니다. 드문 클래스도 놓치지 않게 됩니다.</translation>
    </message>
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
        <source>Least gain</source>
        <translation>최소 개선</translation>
    </message>
    <message>
        <source>What counts as better: a gain of less than this does not.</source>
        <translation>이보다 작은 개선은 나아진 것으로 보지 않습니다.</translation>
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
        <source>Reduce</source>
        <translation>학습률 줄이기</translation>
    </message>
    <message>
        <source>Makes the learning rate smaller when the watched value gets no better.</source>
        <translation>지켜보는 값이 나아지지 않으면 학습률을 줄입니다.</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>감소 배율</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by.</source>
        <translation>학습률을 줄일 때 곱하는 수입니다.</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>쉬는 에포크</translation>
    </message>
    <message>
        <source>Epochs after a reduction in which nothing is counted.</source>
        <translation>학습률을 줄인 뒤 인내 에포크를 세지 않고 쉬는 에포크 수입니다.</translation>
    </message>
    <message>
        <source>Least rate</source>
        <translation>최소 학습률</translation>
    </message>
    <message>
        <source>The learning rate is never reduced below this.</source>
        <translation>학습률을 이 값보다 작게 줄이지 않습니다.</translation>
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
        <source>Test %</source>
        <translation>테스트 %</translation>
    </message>
    <message>
        <source>The share of rows kept for a last check; nothing is decided by them.</source>
        <translation>마지막 확인을 위해 떼어 두는 행의 비율입니다. 무엇을 고르는 데에는 쓰지 않습니다.</translation>
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
        <source>Balance</source>
        <translation>클래스 균형</translation>
    </message>
    <message>
        <source>How classes of unequal size are evened out in the training part.</source>
        <translation>훈련 데이터에서 클래스마다 다른 행의 수를 고르게 하는 방법입니다.</translation>
    </message>
    <message>
        <source>Keep shares</source>
        <translation>비율 유지</translation>
    </message>
    <message>
        <source>Every part gets the same share of each class.</source>
        <translation>나뉜 데이터마다 클래스의 비율을 같게 합니다.</translation>
    </message>
    <message>
        <source>Split seed</source>
        <translation>분할 시드</translation>
    </message>
    <message>
        <source>Which rows go into which part: the same seed, the same parts.</source>
        <translation>어느 행이 어디로 나뉠지 정합니다. 시드가 같으면 똑같이 나뉩니다.</translation>
    </message>
    <message>
        <source>How far each step moves the weights: a number, or a schedule over the steps.</source>
        <translation>한 스텝에 가중치를 움직이는 정도입니다. 숫자 하나 또는 스텝에 따른 스케줄입니다.</translation>
    </message>
    <message>
        <source>A small number that keeps divisions away from zero.</source>
        <translation>0으로 나누는 것을 막는 작은 수입니다.</translation>
    </message>
    <message>
        <source>The largest norm of one weight array&apos;s gradient.</source>
        <translation>가중치 배열 하나의 기울기에 허용하는 최대 노름입니다.</translation>
    </message>
    <message>
        <source>The largest size of one number of a gradient.</source>
        <translation>기울기의 값 하나에 허용하는 최대 크기입니다.</translation>
    </message>
    <message>
        <source>The largest norm of all gradients together.</source>
        <translation>기울기 전체를 하나로 보았을 때 허용하는 최대 노름입니다.</translation>
    </message>
    <message>
        <source>Ends with a moving average of the weights.</source>
        <translation>학습을 마칠 때 가중치의 이동 평균을 씁니다.</translation>
    </message>
    <message>
        <source>How long that average remembers.</source>
        <translation>이동 평균의 기억 길이입니다.</translation>
    </message>
    <message>
        <source>Steps after which the average takes the weights&apos; place.</source>
        <translation>가중치를 이동 평균으로 덮어쓰는 스텝 간격입니다.</translation>
    </message>
    <message>
        <source>Scales the loss up for small number formats.</source>
        <translation>정밀도가 낮은 수 형식에 맞춰 손실을 키웁니다.</translation>
    </message>
    <message>
        <source>Batches whose gradients are averaged into one step.</source>
        <translation>기울기를 평균해 한 스텝으로 묶는 배치의 수입니다.</translation>
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
        <source>A pull to small values that acts on the gradient alone.</source>
        <translation>작은 값으로 당기는 힘을 기울기에만 적용합니다.</translation>
    </message>
    <message>
        <source>Multiplied by the decay rate after every so many batches.</source>
        <translation>정해진 수의 배치가 지날 때마다 감쇠율을 곱합니다.</translation>
    </message>
    <message>
        <source>The learning rate of the first step.</source>
        <translation>첫 스텝의 학습률입니다.</translation>
    </message>
    <message>
        <source>Batches over which it falls.</source>
        <translation>학습률이 내려가는 동안의 배치 수입니다.</translation>
    </message>
    <message>
        <source>How strongly it falls.</source>
        <translation>학습률이 내려가는 정도입니다.</translation>
    </message>
    <message>
        <source>Falls in stairs instead of smoothly.</source>
        <translation>매끄럽게 내려가는 대신 계단처럼 내려갑니다.</translation>
    </message>
    <message>
        <source>Falls along half a cosine, after a warm-up if wanted.</source>
        <translation>코사인의 반 주기를 따라 내려갑니다. 앞에 워밍업을 둘 수 있습니다.</translation>
    </message>
    <message>
        <source>What is left in the end, as a share.</source>
        <translation>마지막에 남는 학습률의 비율입니다.</translation>
    </message>
    <message>
        <source>The learning rate after the warm-up.</source>
        <translation>워밍업이 끝났을 때의 학습률입니다.</translation>
    </message>
    <message>
        <source>Batches of the warm-up.</source>
        <translation>워밍업의 배치 수입니다.</translation>
    </message>
    <message>
        <source>Falls along a cosine again and again.</source>
        <translation>코사인을 따라 내려가기를 되풀이합니다.</translation>
    </message>
    <message>
        <source>Batches of the first fall.</source>
        <translation>첫 감쇠의 배치 수입니다.</translation>
    </message>
    <message>
        <source>How much longer each fall is than the last.</source>
        <translation>되풀이될 때마다 감쇠의 길이에 곱하는 배수입니다.</translation>
    </message>
    <message>
        <source>How high each fall starts, as a share of the last.</source>
        <translation>되풀이될 때마다 시작 학습률에 곱하는 비율입니다.</translation>
    </message>
    <message>
        <source>Divided by a number that grows with the batches.</source>
        <translation>배치가 진행될수록 커지는 수로 나눕니다.</translation>
    </message>
    <message>
        <source>Falls to an end value along a line or a power of it.</source>
        <translation>직선이나 거듭제곱 곡선을 따라 최종 학습률까지 내려갑니다.</translation>
    </message>
    <message>
        <source>The learning rate in the end.</source>
        <translation>마지막 학습률입니다.</translation>
    </message>
    <message>
        <source>1 is a straight line.</source>
        <translation>1이면 직선입니다.</translation>
    </message>
    <message>
        <source>Starts again after the end.</source>
        <translation>끝나면 다시 시작합니다.</translation>
    </message>
    <message>
        <source>One learning rate after another.</source>
        <translation>정해 둔 학습률을 차례로 씁니다.</translation>
    </message>
    <message>
        <source>The batches after which the next value holds.</source>
        <translation>이 배치를 지나면 다음 값을 씁니다.</translation>
    </message>
    <message>
        <source>The learning rates: one more than boundaries.</source>
        <translation>학습률들입니다. 경계보다 하나 많습니다.</translation>
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
        <source>First coefficient of the iteration.</source>
        <translation>반복식의 첫째 계수입니다.</translation>
    </message>
    <message>
        <source>Second coefficient of the iteration.</source>
        <translation>반복식의 둘째 계수입니다.</translation>
    </message>
    <message>
        <source>Third coefficient of the iteration.</source>
        <translation>반복식의 셋째 계수입니다.</translation>
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
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>{0} 변경</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>{0} 사용</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>Suggested: {0}</source>
        <translation>추천: {0}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>끄기</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>Back to Keras&apos;s own: {0}</source>
        <translation>Keras 기본값으로: {0}</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>More of the optimizer</source>
        <translation>옵티마이저 세부 설정</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>고급 설정</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>종료 조건</translation>
    </message>
    <message>
        <source>Learning rate on a plateau</source>
        <translation>정체 시 학습률</translation>
    </message>
    <message>
        <source>validation {0}</source>
        <translation>검증 {0}</translation>
    </message>
    <message>
        <source>training {0}</source>
        <translation>훈련 {0}</translation>
    </message>
</context>
<context>
    <name>RecipeRow</name>
    <message>
        <source>(suggested)</source>
        <translation>(추천)</translation>
    </message>
</context>
<context>
    <name>RecipeTab</name>
    <message>
        <source>Search the recipe</source>
        <translation>학습 설정 검색</translation>
    </message>
    <message>
        <source>By name, Keras&apos;s name or explanation (Ctrl+F)</source>
        <translation>이름, Keras 이름, 설명으로 찾기 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Nothing in the recipe is called “{0}”.</source>
        <translation>학습 설정에 “{0}” 항목이 없습니다.</translation>
    </message>
    <message>
        <source>1 more thing to look at</source>
        <translation>확인할 것이 1건 더 있습니다</translation>
    </message>
    <message>
        <source>{0} more things to look at</source>
        <translation>확인할 것이 {0}건 더 있습니다</translation>
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
        <source>Training on {0}, data from the disk</source>
        <translation>{0}에서 학습 중, 데이터는 디스크에서 읽음</translation>
    </message>
    <message>
        <source>Training on {0}, compiled</source>
        <translation>{0}에서 학습 중, 컴파일됨</translation>
    </message>
    <message>
        <source>The data are being loaded</source>
        <translation>데이터를 불러오는 중입니다</translation>
    </message>
    <message>
        <source>Paused after epoch {0}, batch {1} of {2}: Train goes on there</source>
        <translation>에포크 {0} 이후 배치 {1} / {2}에서 일시정지했습니다. 학습을 누르면 이어집니다</translation>
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
    <message>
        <source>Loading the data was stopped: everything is as it was</source>
        <translation>데이터 불러오기를 멈췄습니다. 모두 이전 그대로입니다</translation>
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
    <name>SchedulePlot</name>
    <message>
        <source>Learning rate over the run</source>
        <translation>실행 동안의 학습률</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>에포크 {0}</translation>
    </message>
    <message>
        <source>epoch {0}: {1}</source>
        <translation>에포크 {0}: {1}</translation>
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
        <source>Use batches of {0}</source>
        <translation>배치 크기 {0} 사용</translation>
    </message>
    <message>
        <source>In batches of 1 row {0} turns every number into 0, and nothing is learned</source>
        <translation>{0}: 배치가 1행이면 모든 값이 0이 되어 아무것도 학습하지 못합니다</translation>
    </message>
    <message>
        <source>Without an activation, {0} and the output together can do no more than the output alone</source>
        <translation>{0}: 활성화 함수가 없으면 출력층만 있을 때와 다를 것이 없습니다</translation>
    </message>
    <message>
        <source>With momentum {1} the running mean of {0} does not get there in the {2} steps of this run: validation will look bad</source>
        <translation>{0}: 모멘텀 {1}에서는 이번 실행의 {2}스텝 안에 이동 평균이 제값에 이르지 못해 검증 결과가 나쁘게 나옵니다</translation>
    </message>
    <message>
        <source>{0} is softmax, which inside a network lets little more than one unit through</source>
        <translation>{0}: 네트워크 중간의 softmax는 유닛 하나만 통과시키다시피 합니다</translation>
    </message>
    <message>
        <source>All weights of {0} start at {1}, so that its units learn the same for ever</source>
        <translation>{0}: 초기 가중치가 모두 같아({1}) 유닛들이 언제까지나 똑같은 것을 학습합니다</translation>
    </message>
    <message>
        <source>{0} switches off {1} % of the units in every step</source>
        <translation>{0}: 스텝마다 유닛의 {1} %를 끕니다</translation>
    </message>
    <message>
        <source>{0} comes right after {1}: the spread it gets used to is not the one it meets in use</source>
        <translation>{0}: {1} 바로 뒤에 있어, 학습하며 익힌 분산이 실제로 쓸 때와 다릅니다</translation>
    </message>
    <message>
        <source>The weights of {0} are pulled towards 0 twice, by its regularizer and by weight decay</source>
        <translation>{0}: 규제와 가중치 감쇠가 가중치를 이중으로 0 쪽으로 당깁니다</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} 삭제</translation>
    </message>
    <message>
        <source>Leave it to weight decay</source>
        <translation>가중치 감쇠에 맡기기</translation>
    </message>
    <message>
        <source>The metric {0} counts right answers, but the target is a number</source>
        <translation>평가 지표 {0}: 맞힌 답을 세는 지표인데 예측 대상이 숫자입니다</translation>
    </message>
    <message>
        <source>The metric {0} is always 1 where the output has a single unit</source>
        <translation>평가 지표 {0}: 출력 유닛이 하나이면 항상 1입니다</translation>
    </message>
    <message>
        <source>The metric {0} is for numbers, but the target is a class</source>
        <translation>평가 지표 {0}: 숫자에 쓰는 지표인데 예측 대상이 클래스입니다</translation>
    </message>
    <message>
        <source>The metric {0} asks every unit for yes or no, and most are rightly no: use accuracy</source>
        <translation>평가 지표 {0}: 유닛마다 예/아니요를 따지는데 대부분 ‘아니요’가 맞아 높게 나옵니다. accuracy를 사용하세요</translation>
    </message>
    <message>
        <source>The metric {0} cannot be measured with {1}: classes are numbers there</source>
        <translation>평가 지표 {0}: 클래스를 번호로 받는 손실 함수({1})와 함께 측정할 수 없습니다</translation>
    </message>
    <message>
        <source>The metric {0} is for numbers, but the target is yes or no</source>
        <translation>평가 지표 {0}: 숫자에 쓰는 지표인데 예측 대상이 예/아니요입니다</translation>
    </message>
    <message>
        <source>The right class is always among the best {0} of {1}</source>
        <translation>클래스가 {1}개뿐이면 실제 클래스는 항상 상위 {0}개 안에 듭니다</translation>
    </message>
    <message>
        <source>The metric {0} needs classes as numbers, which {1} does not have</source>
        <translation>평가 지표 {0}: 클래스를 번호로 받아야 하는데 손실 함수({1})에서는 번호를 쓰지 않습니다</translation>
    </message>
    <message>
        <source>The metric {0} compares the largest answers only, but of several labels all may be right</source>
        <translation>평가 지표 {0}: 가장 큰 답만 비교하는데 다중 레이블에서는 여러 레이블이 함께 맞을 수 있습니다</translation>
    </message>
    <message>
        <source>The metric {0} only tells the sign of a single number</source>
        <translation>평가 지표 {0}: 예측할 값이 하나이면 부호만 알려 줍니다</translation>
    </message>
    <message>
        <source>Stopping early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Reducing the learning rate</source>
        <translation>학습률 줄이기</translation>
    </message>
    <message>
        <source>Stopping early watches the training part, which cannot tell when the network learns by heart</source>
        <translation>조기 종료가 훈련 데이터를 지켜보고 있어 과적합을 알아챌 수 없습니다</translation>
    </message>
    <message>
        <source>The run stops after {0} epochs without progress, before the learning rate is reduced after {1}</source>
        <translation>나아지지 않으면 {0} 에포크 뒤에 학습이 끝나, {1} 에포크 뒤에 학습률을 줄일 기회가 없습니다</translation>
    </message>
    <message>
        <source>The batch size {0} is more than the {1} training rows: every epoch is a single step</source>
        <translation>배치 크기({0})가 훈련 데이터의 행 수({1})보다 커서 한 에포크가 한 스텝이 됩니다</translation>
    </message>
    <message>
        <source>The learning rate follows a schedule, so that it cannot be reduced on a plateau as well</source>
        <translation>학습률이 스케줄을 따르므로, 정체될 때 학습률 줄이기를 함께 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Watch {0}</source>
        <translation>{0} 지켜보기</translation>
    </message>
    <message>
        <source>The learning rate {0} cannot be reduced: its least value is {1}</source>
        <translation>학습률({0})을 줄일 수 없습니다. 최소 학습률이 {1}입니다</translation>
    </message>
    <message>
        <source>{0} watches {1}, which this run does not measure</source>
        <translation>{0}: 지켜볼 값({1})을 이번 실행에서는 측정하지 않습니다</translation>
    </message>
    <message>
        <source>Wait {0}</source>
        <translation>{0} 에포크 기다리기</translation>
    </message>
    <message>
        <source>{0} waits {1} epochs, but the run has only {2}: it never acts</source>
        <translation>{0}: {1} 에포크를 기다리는데 전체가 {2} 에포크뿐이라 작동할 일이 없습니다</translation>
    </message>
    <message>
        <source>Reduce after {0}</source>
        <translation>{0} 에포크 뒤에 줄이기</translation>
    </message>
    <message>
        <source>Do not reduce</source>
        <translation>학습률 줄이기 안 함</translation>
    </message>
    <message>
        <source>Let it fall to 0</source>
        <translation>0까지 줄이기</translation>
    </message>
    <message>
        <source>Keep the schedule</source>
        <translation>스케줄 유지</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>A learning rate of {0} is far above what {1} takes, which is about {2}: the loss will jump about</source>
        <translation>학습률 {0}: {1}에 알맞은 값({2} 정도)보다 훨씬 커서 손실이 튑니다</translation>
    </message>
    <message>
        <source>A learning rate of {0} is far below what {1} takes, which is about {2}: it will hardly learn</source>
        <translation>학습률 {0}: {1}에 알맞은 값({2} 정도)보다 훨씬 작아서 거의 학습하지 못합니다</translation>
    </message>
    <message>
        <source>Gradients are gathered over {0} batches, but the run has {1}: no weight ever changes</source>
        <translation>기울기를 배치 {0}개에 걸쳐 누적하는데 전체 배치가 {1}개뿐이라 가중치가 전혀 바뀌지 않습니다</translation>
    </message>
    <message>
        <source>Gradients are gathered over {0} batches, but an epoch has {1}: most epochs change nothing</source>
        <translation>기울기를 배치 {0}개에 걸쳐 누적하는데 에포크당 배치가 {1}개뿐이라 바뀌는 것이 없는 에포크가 대부분입니다</translation>
    </message>
    <message>
        <source>Gather {0}</source>
        <translation>배치 {0}개씩 누적</translation>
    </message>
    <message>
        <source>Take a step every batch</source>
        <translation>배치마다 한 스텝씩</translation>
    </message>
    <message>
        <source>The schedule has an end: from batch {0} on the learning rate is not a number</source>
        <translation>스케줄에 끝이 있습니다. 배치 {0}부터는 학습률이 숫자가 아닙니다</translation>
    </message>
    <message>
        <source>The schedule hardly changes the learning rate in the {0} batches of this run</source>
        <translation>이번 실행의 배치 {0}개 동안 스케줄이 학습률을 거의 바꾸지 않습니다</translation>
    </message>
    <message>
        <source>The schedule is at its end long before the {0} batches of this run are over</source>
        <translation>이번 실행의 배치 {0}개가 다 끝나기 훨씬 전에 스케줄이 끝납니다</translation>
    </message>
    <message>
        <source>With a momentum of {0} the steps never slow down</source>
        <translation>모멘텀 {0}에서는 움직임이 느려지지 않습니다</translation>
    </message>
    <message>
        <source>With {0} at {1} the average never moves</source>
        <translation>{0} = {1}: 평균이 전혀 움직이지 않습니다</translation>
    </message>
    <message>
        <source>The warm-up is left out, because it has no target to rise to</source>
        <translation>올라갈 목표 학습률이 없어 워밍업을 건너뜁니다</translation>
    </message>
    <message>
        <source>Fit it to the run</source>
        <translation>실행 길이에 맞추기</translation>
    </message>
    <message>
        <source>Nesterov looks ahead along the momentum, but that is 0</source>
        <translation>네스테로프는 모멘텀 방향을 미리 살피는데 모멘텀이 0입니다</translation>
    </message>
    <message>
        <source>Gradients can be clipped in one way only, but {0} and {1} are both set</source>
        <translation>기울기 클리핑은 한 가지만 쓸 수 있는데 둘 다 설정되어 있습니다: {0}, {1}</translation>
    </message>
    <message>
        <source>The average cannot take the weights&apos; place every few steps: no average is kept</source>
        <translation>이동 평균을 쓰지 않으므로 가중치를 이동 평균으로 덮어쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The average of the weights is thrown away in the end, when the best epoch is restored</source>
        <translation>마지막에 최고 에포크로 복원하면서 가중치의 이동 평균이 버려집니다</translation>
    </message>
    <message>
        <source>{0} needs no schedule, and works worse with one</source>
        <translation>{0}: 스케줄이 필요 없으며 스케줄을 쓰면 더 나빠집니다</translation>
    </message>
    <message>
        <source>With a decay rate of {0} the learning rate grows instead of falling</source>
        <translation>감쇠율 {0}에서는 학습률이 내려가지 않고 올라갑니다</translation>
    </message>
    <message>
        <source>Rise to {0}</source>
        <translation>{0}까지 올리기</translation>
    </message>
    <message>
        <source>Use momentum {0}</source>
        <translation>모멘텀 {0} 사용</translation>
    </message>
    <message>
        <source>Keep an average</source>
        <translation>이동 평균 사용</translation>
    </message>
    <message>
        <source>Keep no average</source>
        <translation>이동 평균 사용 안 함</translation>
    </message>
    <message>
        <source>Keep {0}</source>
        <translation>{0}만 사용</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>예/아니요</translation>
    </message>
    <message>
        <source>one of several classes</source>
        <translation>여러 클래스 중 하나</translation>
    </message>
    <message>
        <source>several answers of yes or no</source>
        <translation>여러 개의 예/아니요</translation>
    </message>
    <message>
        <source>The loss {0} is not for this target, which is {1}</source>
        <translation>손실 함수 {0}: 이 예측 대상에 쓰는 함수가 아닙니다. 예측 대상은 {1}입니다</translation>
    </message>
    <message>
        <source>A class weight names the class &apos;{0}&apos;, but the classes are {1}</source>
        <translation>클래스 가중치의 &apos;{0}&apos; 클래스가 데이터에 없습니다. 있는 클래스: {1}</translation>
    </message>
    <message>
        <source>Rename it to {0}</source>
        <translation>이름 변경: {0}</translation>
    </message>
    <message>
        <source>Squared error learns classes slowly: where the answer is surely wrong its gradient is nearly 0</source>
        <translation>제곱 오차는 클래스를 느리게 학습합니다. 확신하며 틀린 답에서 기울기가 거의 0입니다</translation>
    </message>
    <message>
        <source>{0} is {1}, whose answers do not add up to 1: {2} needs softmax</source>
        <translation>{0}: 활성화 함수가 {1}이면 답의 합이 1이 되지 않습니다. {2}에는 softmax가 필요합니다</translation>
    </message>
    <message>
        <source>{0} is softmax, which can answer yes to one label only: use sigmoid</source>
        <translation>{0}: softmax는 한 레이블에만 예라고 답할 수 있습니다. sigmoid를 사용하세요</translation>
    </message>
    <message>
        <source>{0} is {1}, which is never below 0, but {2} wants answers on both sides of it: use linear</source>
        <translation>{0}: 활성화 함수가 {1}이면 답이 0보다 작을 수 없는데 {2}에는 음수와 양수가 모두 필요합니다. linear를 사용하세요</translation>
    </message>
    <message>
        <source>{0} is {1}, which can answer below 0, where the loss poisson is not a number: use softplus</source>
        <translation>{0}: 활성화 함수가 {1}이면 답이 0보다 작을 수 있고, 그때 poisson 손실은 숫자가 아닙니다. softplus를 사용하세요</translation>
    </message>
    <message>
        <source>{0} is {1}, which never gets to targets from {2} to {3}: use linear</source>
        <translation>{0}: 활성화 함수가 {1}이면 {2} ~ {3} 범위의 예측 대상에 이를 수 없습니다. linear를 사용하세요</translation>
    </message>
    <message>
        <source>The loss {0} is for targets from 0 up, but the least one is {1}</source>
        <translation>손실 함수 {0}: 예측 대상이 0 이상일 때 쓰는데 최솟값이 {1}입니다</translation>
    </message>
    <message>
        <source>The loss mape divides by the target, but some targets are 0</source>
        <translation>mape 손실은 예측 대상으로 나누는데 예측 대상에 0이 있습니다</translation>
    </message>
    <message>
        <source>Class weights are for classes, but the target is {0}</source>
        <translation>클래스 가중치는 클래스에 쓰는데 예측 대상이 {0}입니다</translation>
    </message>
    <message>
        <source>The data are balanced already, and class weights come on top: rare classes count twice</source>
        <translation>데이터의 균형을 이미 맞췄는데 클래스 가중치가 더해져 드문 클래스가 이중으로 반영됩니다</translation>
    </message>
    <message>
        <source>The class {0} has weight 0: nothing is learned from its rows</source>
        <translation>클래스 {0}: 가중치가 0이라 이 클래스의 행에서는 아무것도 학습하지 않습니다</translation>
    </message>
    <message>
        <source>Take the class weights out</source>
        <translation>클래스 가중치 삭제</translation>
    </message>
    <message>
        <source>Let it count as 1</source>
        <translation>가중치 1 사용</translation>
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
        <source>Training needs about {0} of memory, but {1} are free: {2}</source>
        <translation>학습에 메모리가 약 {0} 필요한데 여유는 {1}입니다. {2}</translation>
    </message>
    <message>
        <source>Training needs about {0} of {1} free memory: {2}</source>
        <translation>학습에 여유 메모리 {1} 중 {0} 정도가 필요합니다. {2}</translation>
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
        <source>most of it for TensorFlow itself, so close other programs</source>
        <translation>대부분 TensorFlow 자체에 쓰이니 다른 프로그램을 닫으세요</translation>
    </message>
    <message>
        <source>most of it for the weights of {0}, so give it fewer units</source>
        <translation>대부분 {0}의 가중치에 쓰이니 유닛 수를 줄이세요</translation>
    </message>
    <message>
        <source>most of it for batches of {0} rows, so make them smaller</source>
        <translation>대부분 {0}행짜리 배치에 쓰이니 배치 크기를 줄이세요</translation>
    </message>
    <message>
        <source>most of it for the data, so use fewer rows</source>
        <translation>대부분 데이터에 쓰이니 행의 수를 줄이세요</translation>
    </message>
    <message>
        <source>A learning rate of {0} is where {1} usually starts.</source>
        <translation>{1}에서 보통 처음에 쓰는 학습률은 {0}입니다.</translation>
    </message>
    <message>
        <source>The target is a number.</source>
        <translation>예측 대상이 숫자입니다.</translation>
    </message>
    <message>
        <source>The target is yes or no.</source>
        <translation>예측 대상이 예/아니요입니다.</translation>
    </message>
    <message>
        <source>The target is one of several classes.</source>
        <translation>예측 대상이 여러 클래스 중 하나입니다.</translation>
    </message>
    <message>
        <source>The target is several answers of yes or no.</source>
        <translation>예측 대상이 여러 개의 예/아니요입니다.</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1스텝</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0}스텝</translation>
    </message>
    <message>
        <source>Adam finds a step for every weight by itself, on most problems.</source>
        <translation>Adam은 대부분의 문제에서 가중치마다 알맞은 보폭을 스스로 찾습니다.</translation>
    </message>
    <message>
        <source>Suits {0} training rows.</source>
        <translation>훈련 데이터 {0}행에 알맞습니다.</translation>
    </message>
    <message>
        <source>An epoch is {0}; a few thousand of them are a good start.</source>
        <translation>한 에포크가 {0}입니다. 몇천 스텝으로 시작하면 좋습니다.</translation>
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
    <name>SpeedChoice</name>
    <message>
        <source>5 epochs/s</source>
        <translation>초당 5 에포크</translation>
    </message>
    <message>
        <source>60 epochs/s</source>
        <translation>초당 60 에포크</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>최고 속도</translation>
    </message>
    <message>
        <source>Full</source>
        <comment>speed</comment>
        <translation>최대</translation>
    </message>
    <message>
        <source>The most epochs a second: a small network learns faster than anyone can watch</source>
        <translation>1초에 학습할 최대 에포크 수입니다. 작은 네트워크는 눈으로 따라갈 수 없을 만큼 빨리 학습합니다</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
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
