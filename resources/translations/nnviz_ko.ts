<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AccessibleDiagram</name>
    <message>
        <source>leads to {0}</source>
        <translation>{0}(으)로 이어짐</translation>
    </message>
</context>
<context>
    <name>Activations</name>
    <message>
        <source>Lets every number through as it is.</source>
        <translation>모든 값을 그대로 통과시킵니다.</translation>
    </message>
    <message>
        <source>Lets what is above 0 through and makes the rest 0: fast, and the usual choice in hidden layers.</source>
        <translation>0보다 큰 값은 통과시키고 나머지는 0으로 만듭니다. 빠르며 은닉층에 흔히 씁니다.</translation>
    </message>
    <message>
        <source>Squeezes every number to between 0 and 1, as a probability.</source>
        <translation>모든 값을 확률처럼 0과 1 사이로 바꿉니다.</translation>
    </message>
    <message>
        <source>Squeezes every number to between -1 and 1.</source>
        <translation>모든 값을 -1과 1 사이로 바꿉니다.</translation>
    </message>
    <message>
        <source>Turns the numbers of the units into shares that add up to 1, as probabilities of classes.</source>
        <translation>유닛의 값들을 합이 1인 비율로 바꿉니다. 클래스의 확률로 씁니다.</translation>
    </message>
    <message>
        <source>As relu, but below 0 a little gets through, so that no unit stays silent for ever.</source>
        <translation>relu와 같지만 음수도 조금 통과시켜, 영원히 꺼지는 유닛이 없게 합니다.</translation>
    </message>
    <message>
        <source>As relu, but curves smoothly down to a floor below 0.</source>
        <translation>relu와 같지만 음수에서 부드럽게 휘어 일정한 값에 이릅니다.</translation>
    </message>
    <message>
        <source>As elu, scaled so that a deep network keeps its numbers at mean 0 and spread 1.</source>
        <translation>깊은 네트워크에서도 값이 평균 0, 표준편차 1을 유지하도록 배율을 맞춘 elu입니다.</translation>
    </message>
    <message>
        <source>A smooth relu that dips below 0: usual in transformers.</source>
        <translation>0 아래로 살짝 내려가는 부드러운 relu로, 트랜스포머에 흔히 씁니다.</translation>
    </message>
    <message>
        <source>A smooth relu that dips below 0: the number times its own sigmoid (swish).</source>
        <translation>0 아래로 살짝 내려가는 부드러운 relu로, 값에 자신의 시그모이드를 곱합니다(swish).</translation>
    </message>
    <message>
        <source>A smooth relu that is always above 0.</source>
        <translation>항상 0보다 큰 부드러운 relu입니다.</translation>
    </message>
    <message>
        <source>Squeezes every number to between -1 and 1, more gently than tanh.</source>
        <translation>모든 값을 tanh보다 완만하게 -1과 1 사이로 바꿉니다.</translation>
    </message>
    <message>
        <source>As relu, but never above 6.</source>
        <translation>relu와 같지만 6을 넘지 않습니다.</translation>
    </message>
    <message>
        <source>A smooth relu that dips below 0 and has no corner anywhere.</source>
        <translation>0 아래로 살짝 내려가며 어디에도 꺾인 곳이 없는 부드러운 relu입니다.</translation>
    </message>
    <message>
        <source>Raises e to the number: always above 0, and soon very large.</source>
        <translation>e를 그 값만큼 거듭제곱합니다. 항상 0보다 크고 금세 매우 커집니다.</translation>
    </message>
    <message>
        <source>The sigmoid drawn with three straight lines, which is faster.</source>
        <translation>시그모이드를 세 직선으로 나타내어 더 빠릅니다.</translation>
    </message>
    <message>
        <source>The silu drawn with straight pieces, which is faster.</source>
        <translation>silu의 시그모이드를 직선으로 바꾸어 더 빠릅니다.</translation>
    </message>
    <message>
        <source>The tanh drawn with three straight lines, which is faster.</source>
        <translation>tanh를 세 직선으로 나타내어 더 빠릅니다.</translation>
    </message>
    <message>
        <source>As elu, with a slope that has no jump whatever its floor is.</source>
        <translation>elu와 같지만 바닥값이 무엇이든 기울기가 끊기지 않습니다.</translation>
    </message>
    <message>
        <source>The logarithm of the sigmoid: always below 0.</source>
        <translation>시그모이드의 로그입니다. 항상 0보다 작습니다.</translation>
    </message>
    <message>
        <source>The logarithm of the softmax: always below 0.</source>
        <translation>소프트맥스의 로그입니다. 항상 0보다 작습니다.</translation>
    </message>
    <message>
        <source>A smooth relu made of a square root, always above 0.</source>
        <translation>제곱근으로 만든, 항상 0보다 큰 부드러운 relu입니다.</translation>
    </message>
    <message>
        <source>What tanh takes away from the number: small ones nearly vanish.</source>
        <translation>값에서 tanh를 뺀 나머지입니다. 작은 값은 거의 사라집니다.</translation>
    </message>
    <message>
        <source>Pulls every number towards 0, and makes the small ones 0.</source>
        <translation>모든 값을 0 쪽으로 당기고 작은 값은 0으로 만듭니다.</translation>
    </message>
    <message>
        <source>Makes the small numbers 0 and leaves the others as they are.</source>
        <translation>작은 값은 0으로 만들고 나머지는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>As leaky_relu, but how much gets through below 0 is learned by each unit.</source>
        <translation>leaky relu와 같지만, 음수를 얼마나 통과시킬지 유닛마다 학습합니다.</translation>
    </message>
    <message>
        <source>0 below 0 and 1 above it, as the first perceptron had it.</source>
        <translation>0 아래에서는 0, 위에서는 1입니다. 최초의 퍼셉트론이 쓴 함수입니다.</translation>
    </message>
    <message>
        <source>Leaves what is above the threshold as it is, and replaces the rest by one number.</source>
        <translation>임계값보다 큰 값은 그대로 두고 나머지는 하나의 값으로 바꿉니다.</translation>
    </message>
    <message>
        <source>A smooth relu that is exactly 0 below -1.</source>
        <translation>-1 아래에서 정확히 0인 부드러운 relu입니다.</translation>
    </message>
    <message>
        <source>A sigmoid made of straight lines: exactly 0 below -1 and 1 above 1.</source>
        <translation>직선으로 만든 시그모이드입니다. -1 아래에서는 0, 1 위에서는 1입니다.</translation>
    </message>
    <message>
        <source>As softmax, but gives exactly 0 to what is far behind.</source>
        <translation>소프트맥스와 같지만 크게 뒤처진 것에는 정확히 0을 줍니다.</translation>
    </message>
</context>
<context>
    <name>ActivationsPane</name>
    <message>
        <source>Activations</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>diagram</source>
        <translation>다이어그램</translation>
    </message>
    <message>
        <source>Fill the units of the diagram with these activations, too</source>
        <translation>다이어그램의 유닛에도 이 활성값을 표시합니다</translation>
    </message>
    <message>
        <source>The sample before (Page Up)</source>
        <translation>이전 샘플 (Page Up)</translation>
    </message>
    <message>
        <source>The next sample (Page Down)</source>
        <translation>다음 샘플 (Page Down)</translation>
    </message>
    <message>
        <source>Number of the sample</source>
        <translation>샘플 번호</translation>
    </message>
    <message>
        <source>Which part of the data the sample is of</source>
        <translation>샘플이 속한 데이터의 부분</translation>
    </message>
    <message>
        <source>Choose data first: one of their samples is followed through the network here.</source>
        <translation>먼저 데이터를 고르세요. 샘플 하나가 네트워크를 지나가는 모습을 여기서 따라갑니다.</translation>
    </message>
    <message>
        <source>There is no such sample in the data.</source>
        <translation>데이터에 그런 샘플이 없습니다.</translation>
    </message>
    <message>
        <source>What each layer answers to one sample appears here, as soon as the network is built.</source>
        <translation>네트워크가 만들어지면 샘플 하나에 대한 각 층의 출력이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>One of {count} samples</source>
        <translation>샘플 {count}개 중 하나</translation>
    </message>
    <message>
        <source>true {truth} · answer {answer}</source>
        <translation>실제 {truth} · 예측 {answer}</translation>
    </message>
    <message>
        <source>answer {answer}</source>
        <translation>예측 {answer}</translation>
    </message>
</context>
<context>
    <name>ActivationsView</name>
    <message>
        <source>Activations of each layer</source>
        <translation>각 층의 활성값</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>음소거됨</translation>
    </message>
    <message>
        <source>unit {0}</source>
        <translation>유닛 {0}</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>스텝 {0}</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>{row}행 {column}열</translation>
    </message>
</context>
<context>
    <name>AnswerBars</name>
    <message>
        <source>Answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>output {number}</source>
        <translation>출력 {number}</translation>
    </message>
</context>
<context>
    <name>AugmentationPage</name>
    <message>
        <source>Another picture</source>
        <translation>다른 그림</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>다시 그리기</translation>
    </message>
    <message>
        <source>In training each picture is varied anew in every epoch, so that the network sees no picture twice. Validation and test are left alone.</source>
        <translation>학습할 때 그림마다 에포크마다 새로 변형되어, 네트워크는 같은 그림을 두 번 보지 않습니다. 검증과 테스트 그림은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The pictures come as soon as the engine is ready.</source>
        <translation>엔진이 준비되면 그림이 나타납니다.</translation>
    </message>
    <message>
        <source>The pictures are being drawn…</source>
        <translation>그림을 그리는 중…</translation>
    </message>
</context>
<context>
    <name>Balance</name>
    <message>
        <source>as they are</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Every row counts the same.</source>
        <translation>모든 행을 똑같이 셉니다.</translation>
    </message>
    <message>
        <source>class weights</source>
        <translation>클래스 가중치</translation>
    </message>
    <message>
        <source>An error on a rare class counts for more; the rows stay what they are.</source>
        <translation>드문 클래스의 오차를 더 크게 셉니다. 행은 그대로입니다.</translation>
    </message>
    <message>
        <source>fewer of the frequent</source>
        <translation>언더샘플링</translation>
    </message>
    <message>
        <source>Rows of frequent classes are left out by lot, until all classes have as many.</source>
        <translation>흔한 클래스의 행을 무작위로 빼서 모든 클래스의 수를 같게 합니다.</translation>
    </message>
    <message>
        <source>more of the rare</source>
        <translation>오버샘플링</translation>
    </message>
    <message>
        <source>Rows of rare classes are repeated by lot, until all classes have as many.</source>
        <translation>드문 클래스의 행을 무작위로 되풀이해 모든 클래스의 수를 같게 합니다.</translation>
    </message>
    <message>
        <source>SMOTE</source>
        <translation>SMOTE</translation>
    </message>
    <message>
        <source>New rows of rare classes are made between neighbouring ones; only in training.</source>
        <translation>드문 클래스의 이웃한 행 사이에 새 행을 만듭니다. 훈련 데이터에만 적용됩니다.</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>First rows before</source>
        <translation>처음 몇 행, 처리하기 전</translation>
    </message>
    <message>
        <source>And after</source>
        <translation>처리한 뒤</translation>
    </message>
    <message>
        <source>{0} inputs</source>
        <translation>입력 {0}개</translation>
    </message>
    <message>
        <source>Tried: {0}</source>
        <translation>적용해 봄: {0}</translation>
    </message>
</context>
<context>
    <name>BeforeAfterCard</name>
    <message>
        <source>Before and after</source>
        <translation>전과 후</translation>
    </message>
    <message>
        <source>Both runs side by side: what was changed, and what it did</source>
        <translation>두 실행을 나란히: 무엇을 바꿨고 결과가 어떻게 달라졌는지</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>치워 두기</translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message>
        <source>Weight {0}</source>
        <translation>가중치 {0}</translation>
    </message>
    <message>
        <source>Fill the weights of {0}</source>
        <translation>{0}의 가중치 채우기</translation>
    </message>
    <message>
        <source>Set the weights of {0} to zero</source>
        <translation>{0}의 가중치를 0으로</translation>
    </message>
    <message>
        <source>Draw the weights of {0} again</source>
        <translation>{0}의 가중치 다시 뽑기</translation>
    </message>
    <message>
        <source>Set to zero</source>
        <translation>0으로 설정</translation>
    </message>
    <message>
        <source>Fill with a number…</source>
        <translation>숫자로 채우기…</translation>
    </message>
    <message>
        <source>Draw again at random</source>
        <translation>무작위로 다시 뽑기</translation>
    </message>
    <message>
        <source>This is an earlier epoch: go back to the present to set weights</source>
        <translation>지난 에포크를 보고 있습니다. 가중치를 바꾸려면 현재로 돌아가세요</translation>
    </message>
</context>
<context>
    <name>CalibrationView</name>
    <message>
        <source>Calibration</source>
        <translation>보정</translation>
    </message>
    <message>
        <source>probability given</source>
        <translation>말한 확률</translation>
    </message>
    <message>
        <source>share that came true</source>
        <translation>실제로 맞은 비율</translation>
    </message>
    <message>
        <source>came true</source>
        <translation>실제로 맞음</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>표본</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Drawing</source>
        <translation>그림판</translation>
    </message>
    <message>
        <source>Draw here, or drop a picture</source>
        <translation>여기에 그리거나 그림을 끌어다 놓으세요</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>여기에 그림을 끌어다 놓으세요</translation>
    </message>
</context>
<context>
    <name>Carried</name>
    <message>
        <source>On: new units start as copies that share their weights with the original, and new layers pass on what comes in (Net2Net), so that a trained network goes on answering as before. Off: what is new starts afresh.</source>
        <translation>켜짐: 새 유닛은 원본과 가중치를 나눠 갖는 복사본으로 시작하고 새 층은 들어온 것을 그대로 넘겨(Net2Net), 학습된 네트워크가 전과 같이 답합니다. 꺼짐: 새로 생긴 것은 처음부터 시작합니다.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>새 층</translation>
    </message>
    <message>
        <source>{0} kept, {1} copied</source>
        <translation>{0}개 유지, {1}개 복사</translation>
    </message>
    <message>
        <source>{0} kept, {1} new</source>
        <translation>{0}개 유지, {1}개 새로</translation>
    </message>
    <message>
        <source>{0} of {1} kept</source>
        <translation>{1}개 중 {0}개 유지</translation>
    </message>
    <message>
        <source>weights split</source>
        <translation>가중치 나눔</translation>
    </message>
    <message>
        <source>inputs: {0} new</source>
        <translation>입력: {0}개 새로</translation>
    </message>
    <message>
        <source>inputs: {0} gone</source>
        <translation>입력: {0}개 사라짐</translation>
    </message>
    <message>
        <source>kept in part</source>
        <translation>일부 유지</translation>
    </message>
    <message>
        <source>The answers change: {0}.</source>
        <translation>출력이 달라집니다: {0}.</translation>
    </message>
    <message>
        <source>new, answers kept</source>
        <translation>새 층, 답 유지</translation>
    </message>
    <message>
        <source>New: it starts by passing on what comes in, so the answers stay as they were.</source>
        <translation>새 층: 들어오는 것을 그대로 넘기며 시작하므로 답이 전과 같습니다.</translation>
    </message>
    <message>
        <source>New: its weights start afresh.</source>
        <translation>새 층: 가중치가 처음부터 시작합니다.</translation>
    </message>
    <message>
        <source>{0} units: {1} kept, {2} copied.</source>
        <translation>유닛 {0}개: {1}개 유지, {2}개 복사.</translation>
    </message>
    <message>
        <source>{0} units: {1} kept, {2} new.</source>
        <translation>유닛 {0}개: {1}개 유지, {2}개 새로.</translation>
    </message>
    <message>
        <source>{0} of {1} units kept: those with the strongest weights going out.</source>
        <translation>유닛 {1}개 중 {0}개 유지: 나가는 가중치가 가장 큰 것들입니다.</translation>
    </message>
    <message>
        <source>{0} of {1} units kept: the first ones.</source>
        <translation>유닛 {1}개 중 {0}개 유지: 앞의 것들입니다.</translation>
    </message>
    <message>
        <source>{0} inputs: {1} kept, {2} copied. Copies share the weights of the original.</source>
        <translation>입력 {0}개: {1}개 유지, {2}개 복사. 복사본은 원본의 가중치를 나눠 가집니다.</translation>
    </message>
    <message>
        <source>{0} inputs: {1} kept, {2} new. The weights of new ones start afresh.</source>
        <translation>입력 {0}개: {1}개 유지, {2}개 새로. 새 입력의 가중치는 처음부터 시작합니다.</translation>
    </message>
    <message>
        <source>{0} inputs: {1} kept, {2} new. The weights of new ones start at 0.</source>
        <translation>입력 {0}개: {1}개 유지, {2}개 새로. 새 입력의 가중치는 0에서 시작합니다.</translation>
    </message>
    <message>
        <source>Inputs gone, and their weights with them: {0}.</source>
        <translation>가중치와 함께 사라진 입력: {0}개.</translation>
    </message>
    <message>
        <source>The network answers as before</source>
        <translation>네트워크의 출력이 전과 같습니다</translation>
    </message>
    <message>
        <source>The network answers as before (largest difference {0})</source>
        <translation>네트워크의 출력이 전과 같습니다 (최대 차이 {0})</translation>
    </message>
    <message>
        <source>The answers change by up to {0}: {1}</source>
        <translation>출력이 최대 {0}만큼 달라집니다: {1}</translation>
    </message>
    <message>
        <source>What fits was kept; the answers change by up to {0}</source>
        <translation>맞는 것은 유지했습니다. 출력은 최대 {0}만큼 달라집니다</translation>
    </message>
    <message>
        <source>What fits was kept</source>
        <translation>맞는 것은 유지했습니다</translation>
    </message>
    <message>
        <source>What fits was kept: {0}</source>
        <translation>맞는 것은 유지했습니다: {0}</translation>
    </message>
</context>
<context>
    <name>CarriedCard</name>
    <message>
        <source>What was learned</source>
        <translation>학습한 내용</translation>
    </message>
    <message>
        <source>Keep the answers</source>
        <translation>답 유지</translation>
    </message>
</context>
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
        <source>Which columns of the data come in here; all of them where none is named.</source>
        <translation>여기로 들어올 데이터 열. 이름을 적지 않으면 모든 열.</translation>
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
        <source>The largest answer.</source>
        <translation>가장 큰 출력값입니다.</translation>
    </message>
    <message>
        <source>How steep the line is below the threshold.</source>
        <translation>문턱값 아래에서 직선의 기울기입니다.</translation>
    </message>
    <message>
        <source>Where the line begins.</source>
        <translation>직선이 시작되는 곳입니다.</translation>
    </message>
    <message>
        <source>How steep the line is below 0.</source>
        <translation>0보다 작은 쪽 직선의 기울기.</translation>
    </message>
    <message>
        <source>How far down the curve goes below 0.</source>
        <translation>0보다 작은 쪽에서 곡선이 내려가는 깊이.</translation>
    </message>
    <message>
        <source>Whether tanh takes the place of the exact curve, which is quicker.</source>
        <translation>정확한 곡선 대신 더 빠른 tanh를 쓸지 여부입니다.</translation>
    </message>
    <message>
        <source>How round the curve is at 0.</source>
        <translation>0에서 곡선이 얼마나 둥근지입니다.</translation>
    </message>
    <message>
        <source>Numbers nearer to 0 than this become 0.</source>
        <translation>이보다 0에 가까운 값은 0이 됩니다.</translation>
    </message>
    <message>
        <source>Numbers above this stay as they are.</source>
        <translation>이보다 큰 수는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>What all others become.</source>
        <translation>나머지 수가 모두 바뀌는 값입니다.</translation>
    </message>
    <message>
        <source>The dimensions along which units share a slope, the batch being 0.</source>
        <translation>유닛이 기울기를 함께 쓰는 차원입니다. 배치가 0번입니다.</translation>
    </message>
    <message>
        <source>How the weights start.</source>
        <translation>가중치의 초깃값을 정하는 방법입니다.</translation>
    </message>
    <message>
        <source>The middle of the numbers drawn.</source>
        <translation>뽑는 수의 평균입니다.</translation>
    </message>
    <message>
        <source>How far they spread.</source>
        <translation>뽑는 수의 표준편차입니다.</translation>
    </message>
    <message>
        <source>The least number drawn.</source>
        <translation>뽑는 수의 최솟값입니다.</translation>
    </message>
    <message>
        <source>The largest number drawn.</source>
        <translation>뽑는 수의 최댓값입니다.</translation>
    </message>
    <message>
        <source>What the variance is multiplied by.</source>
        <translation>분산에 곱하는 수입니다.</translation>
    </message>
    <message>
        <source>What the variance is divided by.</source>
        <translation>분산을 나누는 수입니다.</translation>
    </message>
    <message>
        <source>How the numbers are drawn.</source>
        <translation>수를 뽑는 분포입니다.</translation>
    </message>
    <message>
        <source>What the numbers are multiplied by.</source>
        <translation>수에 곱하는 값입니다.</translation>
    </message>
    <message>
        <source>The number that all start with.</source>
        <translation>모든 값의 초깃값입니다.</translation>
    </message>
    <message>
        <source>A penalty that keeps the weights small.</source>
        <translation>가중치를 작게 유지하는 규제입니다.</translation>
    </message>
    <message>
        <source>The weight of the sum of absolute values.</source>
        <translation>절댓값 합에 두는 비중입니다.</translation>
    </message>
    <message>
        <source>The weight of the sum of squares.</source>
        <translation>제곱합에 두는 비중입니다.</translation>
    </message>
    <message>
        <source>The weight of the penalty.</source>
        <translation>규제에 두는 비중입니다.</translation>
    </message>
    <message>
        <source>What is to stand at right angles.</source>
        <translation>서로 직교하게 할 대상입니다.</translation>
    </message>
    <message>
        <source>Whether every unit adds a number of its own.</source>
        <translation>유닛마다 편향을 더할지 정합니다.</translation>
    </message>
    <message>
        <source>What the weights are held to after every step.</source>
        <translation>매 스텝 뒤에 가중치를 어디에 묶어 둘지입니다.</translation>
    </message>
    <message>
        <source>The longest that the weights of a unit may be.</source>
        <translation>한 유닛의 가중치가 가질 수 있는 최대 길이입니다.</translation>
    </message>
    <message>
        <source>The dimension along which the length is taken.</source>
        <translation>길이를 재는 차원입니다.</translation>
    </message>
    <message>
        <source>The shortest that the weights of a unit may be.</source>
        <translation>한 유닛의 가중치가 가질 수 있는 최소 길이입니다.</translation>
    </message>
    <message>
        <source>How strictly it is kept: 1 at once.</source>
        <translation>제한을 지키는 엄격함입니다. 1이면 바로 맞춥니다.</translation>
    </message>
    <message>
        <source>How the biases start.</source>
        <translation>편향의 시작값입니다.</translation>
    </message>
    <message>
        <source>A penalty that keeps the biases small.</source>
        <translation>편향을 작게 유지하는 벌점입니다.</translation>
    </message>
    <message>
        <source>What the biases are held to after every step.</source>
        <translation>매 스텝 뒤에 편향을 어디에 묶어 둘지입니다.</translation>
    </message>
    <message>
        <source>A penalty that keeps what the layer answers with small.</source>
        <translation>층의 출력을 작게 유지하는 벌점입니다.</translation>
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
        <source>Which columns of the target are answered here; all of them where none is named.</source>
        <translation>여기서 답할 목표 열. 이름을 적지 않으면 모든 열.</translation>
    </message>
    <message>
        <source>How much this answer counts in the loss, beside those of other outputs.</source>
        <translation>다른 출력에 견주어 이 답이 손실에서 차지하는 비중.</translation>
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
        <source>Which function.</source>
        <translation>적용할 함수입니다.</translation>
    </message>
    <message>
        <source>The dimension, or several, along which the shares add up to 1.</source>
        <translation>몫의 합이 1이 되는 차원(여러 개도 가능).</translation>
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
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Leaves numbers above 0 as they are and makes all others 0.</source>
        <translation>0보다 큰 수는 그대로 두고 나머지는 모두 0으로 만듭니다.</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Leaves numbers above 0 as they are and makes all others small.</source>
        <translation>0보다 큰 수는 그대로 두고 나머지는 모두 작게 만듭니다.</translation>
    </message>
    <message>
        <source>PReLU</source>
        <translation>PReLU</translation>
    </message>
    <message>
        <source>A leaky ReLU whose slopes below 0 are learned.</source>
        <translation>0 아래의 기울기를 학습하는 Leaky ReLU입니다.</translation>
    </message>
    <message>
        <source>How the slopes start.</source>
        <translation>기울기의 초깃값을 정하는 방법입니다.</translation>
    </message>
    <message>
        <source>A penalty that keeps the slopes small.</source>
        <translation>기울기를 작게 유지하는 벌점입니다.</translation>
    </message>
    <message>
        <source>What the slopes are held to after every step.</source>
        <translation>매 스텝 뒤에 기울기가 지켜야 하는 조건입니다.</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Leaves numbers above 0 as they are and bends all others softly towards a least one.</source>
        <translation>0보다 큰 수는 그대로 두고 나머지는 가장 작은 값 쪽으로 부드럽게 굽힙니다.</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>Makes shares of numbers: all above 0, together 1.</source>
        <translation>수를 비율로 바꿉니다. 모두 0보다 크고 합은 1입니다.</translation>
    </message>
    <message>
        <source>Maxout</source>
        <translation>맥스아웃</translation>
    </message>
    <message>
        <source>A hidden layer whose units answer with the largest of several sums.</source>
        <translation>유닛마다 여러 합 가운데 가장 큰 것을 출력하는 은닉층입니다.</translation>
    </message>
    <message>
        <source>Of how many sums each unit takes the largest.</source>
        <translation>각 유닛이 몇 개의 합 가운데 가장 큰 것을 고를지입니다.</translation>
    </message>
    <message>
        <source>Conv 2D</source>
        <translation>합성곱 2D</translation>
    </message>
    <message>
        <source>Looks for the same small patterns everywhere in a picture.</source>
        <translation>그림 곳곳에서 같은 작은 무늬를 찾습니다.</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>합성곱</translation>
    </message>
    <message>
        <source>How many patterns are looked for: the channels of the answer.</source>
        <translation>찾을 무늬의 수입니다. 출력의 채널 수가 됩니다.</translation>
    </message>
    <message>
        <source>How far each pattern reaches.</source>
        <translation>무늬 하나가 걸치는 크기입니다.</translation>
    </message>
    <message>
        <source>How far the pattern moves at a time.</source>
        <translation>무늬를 한 번에 얼마나 옮기는지입니다.</translation>
    </message>
    <message>
        <source>What happens at the border: same keeps the size.</source>
        <translation>가장자리를 어떻게 다루는지입니다. same은 크기를 유지합니다.</translation>
    </message>
    <message>
        <source>What is done with each number of the answer.</source>
        <translation>출력의 각 수에 적용할 함수입니다.</translation>
    </message>
    <message>
        <source>How far apart the numbers are that a pattern sees.</source>
        <translation>무늬가 보는 수들 사이의 간격입니다.</translation>
    </message>
    <message>
        <source>Into how many parts the channels are split, each with filters of its own.</source>
        <translation>채널을 몇 묶음으로 나눌지입니다. 묶음마다 자기 필터를 가집니다.</translation>
    </message>
    <message>
        <source>Conv 1D</source>
        <translation>합성곱 1D</translation>
    </message>
    <message>
        <source>Looks for the same short patterns everywhere in a sequence.</source>
        <translation>시퀀스 곳곳에서 같은 짧은 무늬를 찾습니다.</translation>
    </message>
    <message>
        <source>Conv 3D</source>
        <translation>합성곱 3D</translation>
    </message>
    <message>
        <source>Looks for the same small patterns everywhere in a volume.</source>
        <translation>입체 곳곳에서 같은 작은 무늬를 찾습니다.</translation>
    </message>
    <message>
        <source>Separable conv 1D</source>
        <translation>분리 합성곱 1D</translation>
    </message>
    <message>
        <source>Looks for patterns in each channel by itself, then mixes the channels: fewer weights.</source>
        <translation>채널마다 따로 무늬를 찾은 뒤 채널을 섞습니다. 가중치가 적게 듭니다.</translation>
    </message>
    <message>
        <source>How many patterns are looked for in each channel.</source>
        <translation>채널마다 찾을 무늬의 수입니다.</translation>
    </message>
    <message>
        <source>How the depthwise weights start.</source>
        <translation>깊이별 가중치의 시작값입니다.</translation>
    </message>
    <message>
        <source>A penalty that keeps the depthwise weights small.</source>
        <translation>깊이별 가중치를 작게 유지하는 벌점입니다.</translation>
    </message>
    <message>
        <source>What the depthwise weights are held to after every step.</source>
        <translation>매 스텝 뒤에 깊이별 가중치를 어디에 묶어 둘지입니다.</translation>
    </message>
    <message>
        <source>How the pointwise weights start.</source>
        <translation>점별 가중치의 시작값입니다.</translation>
    </message>
    <message>
        <source>A penalty that keeps the pointwise weights small.</source>
        <translation>점별 가중치를 작게 유지하는 벌점입니다.</translation>
    </message>
    <message>
        <source>What the pointwise weights are held to after every step.</source>
        <translation>매 스텝 뒤에 점별 가중치를 어디에 묶어 둘지입니다.</translation>
    </message>
    <message>
        <source>Separable conv 2D</source>
        <translation>분리 합성곱 2D</translation>
    </message>
    <message>
        <source>Depthwise conv 1D</source>
        <translation>깊이별 합성곱 1D</translation>
    </message>
    <message>
        <source>Looks for patterns in each channel by itself.</source>
        <translation>채널마다 따로 무늬를 찾습니다.</translation>
    </message>
    <message>
        <source>Depthwise conv 2D</source>
        <translation>깊이별 합성곱 2D</translation>
    </message>
    <message>
        <source>Conv 1D transpose</source>
        <translation>전치 합성곱 1D</translation>
    </message>
    <message>
        <source>Paints a pattern for every number: a convolution turned round.</source>
        <translation>수마다 무늬를 하나씩 그립니다. 합성곱을 거꾸로 한 것입니다.</translation>
    </message>
    <message>
        <source>How many numbers are added at the end of each dimension.</source>
        <translation>각 차원의 끝에 덧붙일 수의 개수입니다.</translation>
    </message>
    <message>
        <source>Conv 2D transpose</source>
        <translation>전치 합성곱 2D</translation>
    </message>
    <message>
        <source>Conv 3D transpose</source>
        <translation>전치 합성곱 3D</translation>
    </message>
    <message>
        <source>Max pool 2D</source>
        <translation>최대 풀링 2D</translation>
    </message>
    <message>
        <source>Keeps the largest number of each small neighbourhood.</source>
        <translation>작은 구역마다 가장 큰 수만 남깁니다.</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>풀링</translation>
    </message>
    <message>
        <source>How large each neighbourhood is.</source>
        <translation>구역 하나의 크기입니다.</translation>
    </message>
    <message>
        <source>How far apart the neighbourhoods are; without it they stand side by side.</source>
        <translation>구역 사이의 간격입니다. 비워 두면 나란히 붙습니다.</translation>
    </message>
    <message>
        <source>What happens at the border: valid leaves the rest out, same pads it.</source>
        <translation>가장자리를 어떻게 다루는지입니다. valid는 남는 것을 빼고 same은 채웁니다.</translation>
    </message>
    <message>
        <source>Max pool 1D</source>
        <translation>최대 풀링 1D</translation>
    </message>
    <message>
        <source>Max pool 3D</source>
        <translation>최대 풀링 3D</translation>
    </message>
    <message>
        <source>Average pool 2D</source>
        <translation>평균 풀링 2D</translation>
    </message>
    <message>
        <source>Keeps the mean of each small neighbourhood.</source>
        <translation>작은 구역마다 평균만 남깁니다.</translation>
    </message>
    <message>
        <source>Average pool 1D</source>
        <translation>평균 풀링 1D</translation>
    </message>
    <message>
        <source>Average pool 3D</source>
        <translation>평균 풀링 3D</translation>
    </message>
    <message>
        <source>Global max 2D</source>
        <translation>전역 최대 2D</translation>
    </message>
    <message>
        <source>Keeps the largest number of each channel.</source>
        <translation>채널마다 가장 큰 수만 남깁니다.</translation>
    </message>
    <message>
        <source>Whether the dimensions stay, each of size 1.</source>
        <translation>차원을 크기 1로 남겨 둘지입니다.</translation>
    </message>
    <message>
        <source>Global max 1D</source>
        <translation>전역 최대 1D</translation>
    </message>
    <message>
        <source>Global max 3D</source>
        <translation>전역 최대 3D</translation>
    </message>
    <message>
        <source>Global average 2D</source>
        <translation>전역 평균 2D</translation>
    </message>
    <message>
        <source>Keeps the mean of each channel.</source>
        <translation>채널마다 평균만 남깁니다.</translation>
    </message>
    <message>
        <source>Global average 1D</source>
        <translation>전역 평균 1D</translation>
    </message>
    <message>
        <source>Global average 3D</source>
        <translation>전역 평균 3D</translation>
    </message>
    <message>
        <source>Simple RNN</source>
        <translation>단순 RNN</translation>
    </message>
    <message>
        <source>Reads a sequence and remembers its last answer.</source>
        <translation>시퀀스를 읽으며 마지막 출력을 기억합니다.</translation>
    </message>
    <message>
        <source>Recurrent</source>
        <translation>순환</translation>
    </message>
    <message>
        <source>How many numbers the layer remembers and answers with.</source>
        <translation>층이 기억하고 출력하는 수의 개수입니다.</translation>
    </message>
    <message>
        <source>What is done with the sum of each unit.</source>
        <translation>각 유닛의 합에 적용하는 함수입니다.</translation>
    </message>
    <message>
        <source>Whether it answers after every step, not only after the last one.</source>
        <translation>마지막 단계뿐 아니라 모든 단계마다 출력할지 여부입니다.</translation>
    </message>
    <message>
        <source>Whether it reads the sequence from its end.</source>
        <translation>시퀀스를 끝에서부터 읽을지 여부입니다.</translation>
    </message>
    <message>
        <source>The share of inputs switched off in training.</source>
        <translation>훈련 중에 끄는 입력의 비율입니다.</translation>
    </message>
    <message>
        <source>The share of what it remembers switched off in training.</source>
        <translation>훈련 중에 끄는 기억의 비율입니다.</translation>
    </message>
    <message>
        <source>Whether its steps are laid out one by one: quicker for short sequences, with more memory.</source>
        <translation>단계를 하나씩 펼쳐 놓을지: 짧은 시퀀스에서는 더 빠르지만 메모리를 더 씁니다.</translation>
    </message>
    <message>
        <source>How the weights from step to step start.</source>
        <translation>단계 사이 가중치의 초깃값을 정하는 방법입니다.</translation>
    </message>
    <message>
        <source>A penalty that keeps the weights from step to step small.</source>
        <translation>단계 사이 가중치를 작게 유지하는 벌점입니다.</translation>
    </message>
    <message>
        <source>What the weights from step to step are held to after every step.</source>
        <translation>매 스텝 뒤에 단계 사이 가중치가 지켜야 하는 조건입니다.</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>Reads a sequence; gates decide what is remembered for long.</source>
        <translation>시퀀스를 읽습니다. 무엇을 오래 기억할지는 게이트가 정합니다.</translation>
    </message>
    <message>
        <source>What opens and closes the gates.</source>
        <translation>게이트를 여닫는 함수입니다.</translation>
    </message>
    <message>
        <source>Whether it starts with a bias to remember.</source>
        <translation>기억하려는 편향을 가지고 시작할지 여부입니다.</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>Reads a sequence as an LSTM does, with fewer gates and weights.</source>
        <translation>LSTM처럼 시퀀스를 읽지만 게이트와 가중치가 더 적습니다.</translation>
    </message>
    <message>
        <source>Whether the reset gate comes after the weights, as on a graphics card.</source>
        <translation>그래픽 카드에서처럼 리셋 게이트를 가중치 뒤에 적용할지 여부입니다.</translation>
    </message>
    <message>
        <source>Bidirectional</source>
        <translation>양방향</translation>
    </message>
    <message>
        <source>Reads a sequence from its beginning and from its end, each with a recurrent layer of its own.</source>
        <translation>시퀀스를 처음부터, 그리고 끝에서부터 각각 다른 순환 층으로 읽습니다.</translation>
    </message>
    <message>
        <source>The recurrent layer that reads.</source>
        <translation>시퀀스를 읽는 순환 층입니다.</translation>
    </message>
    <message>
        <source>How the answers of both directions become one.</source>
        <translation>두 방향의 출력을 하나로 합치는 방법입니다.</translation>
    </message>
    <message>
        <source>The layer that reads from the end, where it is another one; it has to be set to go backwards.</source>
        <translation>끝에서부터 읽는 층이 다른 층일 때 그 층. 거꾸로 읽도록 설정해야 합니다.</translation>
    </message>
    <message>
        <source>Time distributed</source>
        <translation>단계마다</translation>
    </message>
    <message>
        <source>Applies one layer to every step of a sequence.</source>
        <translation>한 층을 시퀀스의 모든 단계에 적용합니다.</translation>
    </message>
    <message>
        <source>The layer that every step goes through.</source>
        <translation>모든 단계가 거치는 층입니다.</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>어텐션</translation>
    </message>
    <message>
        <source>Each step looks at the steps that matter to it: links bring the query, then the value, then the key.</source>
        <translation>각 단계가 자기에게 중요한 단계를 봅니다. 연결은 쿼리, 값, 키의 순서로 들어옵니다.</translation>
    </message>
    <message>
        <source>How many times it looks, each time at something else.</source>
        <translation>몇 번 살펴볼지입니다. 매번 다른 것을 봅니다.</translation>
    </message>
    <message>
        <source>How many numbers a query and a key have in each head.</source>
        <translation>각 헤드에서 쿼리와 키가 가지는 수의 개수입니다.</translation>
    </message>
    <message>
        <source>How many numbers a value has in each head; as many as a key where it is left out.</source>
        <translation>각 헤드에서 값이 가지는 수의 개수입니다. 비워 두면 키와 같습니다.</translation>
    </message>
    <message>
        <source>The sizes of each step&apos;s answer; those of the query where it is left out.</source>
        <translation>각 단계의 답의 크기. 비워 두면 쿼리의 크기와 같습니다.</translation>
    </message>
    <message>
        <source>Along which dimensions it looks, the batch being 0; along all where none is named.</source>
        <translation>어느 차원을 따라 볼지(배치가 0번). 아무것도 적지 않으면 모든 차원을 따라 봅니다.</translation>
    </message>
    <message>
        <source>A step sees only those that are nearer than so many steps.</source>
        <translation>각 단계는 이 단계 수보다 가까운 단계만 봅니다.</translation>
    </message>
    <message>
        <source>Whether each step learns how much of what it saw goes on.</source>
        <translation>본 것을 얼마나 다음으로 넘길지를 각 단계가 학습할지.</translation>
    </message>
    <message>
        <source>The share of looks switched off in training.</source>
        <translation>훈련 중에 끄는 어텐션의 비율입니다.</translation>
    </message>
    <message>
        <source>Whether a step sees only those before it.</source>
        <translation>각 단계가 자기 앞의 단계만 볼지 여부입니다.</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>임베딩</translation>
    </message>
    <message>
        <source>Learns a vector for every word or thing, which comes in as its number.</source>
        <translation>번호로 들어오는 단어나 사물마다 벡터 하나를 배웁니다.</translation>
    </message>
    <message>
        <source>Words and categories</source>
        <translation>단어와 범주</translation>
    </message>
    <message>
        <source>How many different numbers can come in, 0 among them.</source>
        <translation>들어올 수 있는 번호의 가짓수입니다. 0도 셉니다.</translation>
    </message>
    <message>
        <source>How long each vector is.</source>
        <translation>벡터 하나의 길이입니다.</translation>
    </message>
    <message>
        <source>Whether 0 stands for nothing and is passed over.</source>
        <translation>0을 빈자리로 보고 건너뛸지입니다.</translation>
    </message>
    <message>
        <source>How the vectors start.</source>
        <translation>벡터의 시작값입니다.</translation>
    </message>
    <message>
        <source>A penalty that keeps the vectors small.</source>
        <translation>벡터를 작게 유지하는 벌점입니다.</translation>
    </message>
    <message>
        <source>What the vectors are held to after every step.</source>
        <translation>매 스텝 뒤에 벡터를 어디에 묶어 둘지입니다.</translation>
    </message>
    <message>
        <source>Brings each number to mean 0 and spread 1 over the batch, which steadies training.</source>
        <translation>배치에서 각 값을 평균 0, 표준편차 1로 맞춰 학습을 안정시킵니다.</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>정규화</translation>
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
        <source>The dimension along which each place has figures of its own.</source>
        <translation>자리마다 자기 값을 가지는 차원입니다.</translation>
    </message>
    <message>
        <source>Whether it learns a number to add.</source>
        <translation>더할 수를 배울지입니다.</translation>
    </message>
    <message>
        <source>Whether it learns a factor.</source>
        <translation>곱할 수를 배울지입니다.</translation>
    </message>
    <message>
        <source>How the numbers to add start.</source>
        <translation>더할 수의 시작값입니다.</translation>
    </message>
    <message>
        <source>How the factors start.</source>
        <translation>곱할 수의 시작값입니다.</translation>
    </message>
    <message>
        <source>How the running mean starts.</source>
        <translation>이동 평균의 시작값입니다.</translation>
    </message>
    <message>
        <source>How the running variance starts.</source>
        <translation>이동 분산의 시작값입니다.</translation>
    </message>
    <message>
        <source>A penalty that keeps the numbers to add small.</source>
        <translation>더할 수를 작게 유지하는 벌점입니다.</translation>
    </message>
    <message>
        <source>A penalty that keeps the factors small.</source>
        <translation>곱할 수를 작게 유지하는 벌점입니다.</translation>
    </message>
    <message>
        <source>What the numbers to add are held to after every step.</source>
        <translation>매 스텝 뒤에 더할 수를 어디에 묶어 둘지입니다.</translation>
    </message>
    <message>
        <source>What the factors are held to after every step.</source>
        <translation>매 스텝 뒤에 곱할 수를 어디에 묶어 둘지입니다.</translation>
    </message>
    <message>
        <source>Whether small batches are corrected by the running figures.</source>
        <translation>작은 배치를 이동 통계로 바로잡을지입니다.</translation>
    </message>
    <message>
        <source>How slowly the figures of that correction follow.</source>
        <translation>그 보정에 쓰는 통계가 얼마나 천천히 따라가는지입니다.</translation>
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
        <source>The dimension, or several, over which mean and spread are taken together.</source>
        <translation>평균과 퍼짐을 함께 구하는 차원(여러 개도 가능).</translation>
    </message>
    <message>
        <source>Group norm</source>
        <translation>그룹 정규화</translation>
    </message>
    <message>
        <source>Brings groups of channels of each sample to mean 0 and spread 1.</source>
        <translation>샘플마다 채널 묶음을 평균 0, 퍼짐 1로 맞춥니다.</translation>
    </message>
    <message>
        <source>Into how many groups the channels are split; -1 is one for each.</source>
        <translation>채널을 몇 묶음으로 나눌지입니다. -1이면 채널마다 한 묶음입니다.</translation>
    </message>
    <message>
        <source>RMS norm</source>
        <translation>RMS 정규화</translation>
    </message>
    <message>
        <source>Brings the numbers of each sample to one size, but not to mean 0.</source>
        <translation>샘플마다 수의 크기를 맞추되 평균은 0으로 옮기지 않습니다.</translation>
    </message>
    <message>
        <source>Unit norm</source>
        <translation>단위 정규화</translation>
    </message>
    <message>
        <source>Brings every row of numbers to length 1.</source>
        <translation>수의 줄마다 길이를 1로 맞춥니다.</translation>
    </message>
    <message>
        <source>The dimension, or several, along which the length is taken.</source>
        <translation>길이를 재는 차원(여러 개도 가능).</translation>
    </message>
    <message>
        <source>Dropout and noise</source>
        <translation>드롭아웃과 잡음</translation>
    </message>
    <message>
        <source>Which numbers are switched off together: 1 for all along a dimension, ? for each by itself; the batch is first.</source>
        <translation>어느 수들을 함께 끌지: 1은 그 차원 전체를 함께, ?는 하나씩 따로. 첫 번째는 배치입니다.</translation>
    </message>
    <message>
        <source>Spatial dropout 2D</source>
        <translation>공간 드롭아웃 2D</translation>
    </message>
    <message>
        <source>Switches off whole channels at random while training.</source>
        <translation>학습하는 동안 채널을 통째로 무작위로 끕니다.</translation>
    </message>
    <message>
        <source>Spatial dropout 1D</source>
        <translation>공간 드롭아웃 1D</translation>
    </message>
    <message>
        <source>Spatial dropout 3D</source>
        <translation>공간 드롭아웃 3D</translation>
    </message>
    <message>
        <source>Gaussian dropout</source>
        <translation>가우시안 드롭아웃</translation>
    </message>
    <message>
        <source>Multiplies every number by noise around 1 while training, against overfitting.</source>
        <translation>과적합을 막기 위해 학습하는 동안 모든 수에 1 둘레의 잡음을 곱합니다.</translation>
    </message>
    <message>
        <source>How strong the noise is, as a rate of Dropout of the same effect.</source>
        <translation>잡음의 세기입니다. 같은 효과를 내는 드롭아웃의 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Alpha dropout</source>
        <translation>알파 드롭아웃</translation>
    </message>
    <message>
        <source>Dropout that keeps mean and spread, for layers with the activation selu.</source>
        <translation>평균과 퍼짐을 유지하는 드롭아웃입니다. 활성화가 selu인 층에 씁니다.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>형태</translation>
    </message>
    <message>
        <source>Permute</source>
        <translation>차원 바꾸기</translation>
    </message>
    <message>
        <source>Swaps the dimensions of each sample.</source>
        <translation>샘플의 차원 순서를 바꿉니다.</translation>
    </message>
    <message>
        <source>The dimensions in their new order, counted from 1.</source>
        <translation>1부터 센 차원들의 새 순서입니다.</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>되풀이</translation>
    </message>
    <message>
        <source>Repeats one row of numbers to make a sequence of it.</source>
        <translation>수 한 줄을 되풀이해 시퀀스로 만듭니다.</translation>
    </message>
    <message>
        <source>How many times.</source>
        <translation>몇 번인지입니다.</translation>
    </message>
    <message>
        <source>Upsample 2D</source>
        <translation>업샘플링 2D</translation>
    </message>
    <message>
        <source>Makes what comes in larger by repeating its numbers.</source>
        <translation>들어온 수를 되풀이해 크게 만듭니다.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>How many times each dimension grows.</source>
        <translation>각 차원이 몇 배로 커지는지입니다.</translation>
    </message>
    <message>
        <source>How the numbers in between are found.</source>
        <translation>사이의 수를 구하는 방법입니다.</translation>
    </message>
    <message>
        <source>Upsample 1D</source>
        <translation>업샘플링 1D</translation>
    </message>
    <message>
        <source>Upsample 3D</source>
        <translation>업샘플링 3D</translation>
    </message>
    <message>
        <source>Zero padding 2D</source>
        <translation>0 채우기 2D</translation>
    </message>
    <message>
        <source>Puts a frame of zeros around what comes in.</source>
        <translation>들어온 것의 둘레에 0으로 된 테두리를 두릅니다.</translation>
    </message>
    <message>
        <source>How many zeros are put at each end.</source>
        <translation>양끝에 놓을 0의 개수입니다.</translation>
    </message>
    <message>
        <source>Zero padding 1D</source>
        <translation>0 채우기 1D</translation>
    </message>
    <message>
        <source>Zero padding 3D</source>
        <translation>0 채우기 3D</translation>
    </message>
    <message>
        <source>Crop 2D</source>
        <translation>자르기 2D</translation>
    </message>
    <message>
        <source>Cuts the borders off what comes in.</source>
        <translation>들어온 것의 가장자리를 잘라 냅니다.</translation>
    </message>
    <message>
        <source>How many numbers are cut off at each end.</source>
        <translation>양끝에서 잘라 낼 수의 개수입니다.</translation>
    </message>
    <message>
        <source>Crop 1D</source>
        <translation>자르기 1D</translation>
    </message>
    <message>
        <source>Crop 3D</source>
        <translation>자르기 3D</translation>
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
    <message>
        <source>Subtract</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Takes the second input from the first, number by number.</source>
        <translation>첫째 입력에서 둘째 입력을 수마다 뺍니다.</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>곱하기</translation>
    </message>
    <message>
        <source>Multiplies several inputs of one shape, number by number.</source>
        <translation>모양이 같은 입력들을 수마다 곱합니다.</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Takes the mean of several inputs of one shape, number by number.</source>
        <translation>모양이 같은 입력들의 평균을 수마다 냅니다.</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>Keeps the largest of several inputs, number by number.</source>
        <translation>여러 입력에서 수마다 가장 큰 것을 남깁니다.</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>최솟값</translation>
    </message>
    <message>
        <source>Keeps the smallest of several inputs, number by number.</source>
        <translation>여러 입력에서 수마다 가장 작은 것을 남깁니다.</translation>
    </message>
    <message>
        <source>Dot product</source>
        <translation>내적</translation>
    </message>
    <message>
        <source>Multiplies two inputs and sums along one dimension of each.</source>
        <translation>두 입력을 곱해 각각 한 차원을 따라 더합니다.</translation>
    </message>
    <message>
        <source>The dimension to sum along, or one for each input.</source>
        <translation>더해 나갈 차원입니다. 입력마다 하나씩 줄 수도 있습니다.</translation>
    </message>
    <message>
        <source>Whether both are brought to length 1 first, for the cosine.</source>
        <translation>코사인을 얻도록 먼저 둘의 길이를 1로 맞출지입니다.</translation>
    </message>
    <message>
        <source>Rescale</source>
        <translation>배율 조정</translation>
    </message>
    <message>
        <source>Multiplies every number by one factor and adds another number.</source>
        <translation>모든 수에 한 수를 곱하고 다른 수를 더합니다.</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>입력 다듬기</translation>
    </message>
    <message>
        <source>What every number is multiplied by; several are one for each channel.</source>
        <translation>모든 수에 곱할 값. 여러 개를 적으면 채널마다 하나씩입니다.</translation>
    </message>
    <message>
        <source>What is added then; several are one for each channel.</source>
        <translation>그 다음에 더할 값. 여러 개를 적으면 채널마다 하나씩입니다.</translation>
    </message>
    <message>
        <source>The dimension whose places each have a mean of their own, or several; () for one mean of all.</source>
        <translation>자리마다 평균을 따로 갖는 차원(여러 개도 가능). ()는 전체에 평균 하나입니다.</translation>
    </message>
    <message>
        <source>The mean to take away, instead of the one that is measured; several are one for each place.</source>
        <translation>측정한 평균 대신 뺄 평균. 여러 개를 적으면 자리마다 하나씩입니다.</translation>
    </message>
    <message>
        <source>The variance to divide by, instead of the one that is measured; as many as means.</source>
        <translation>측정한 분산 대신 나눌 분산. 평균과 같은 개수로 적습니다.</translation>
    </message>
    <message>
        <source>Normalize</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>Brings every column or channel to mean 0 and spread 1, as measured on the training part.</source>
        <translation>학습 부분에서 잰 값으로 열이나 채널마다 평균 0, 퍼짐 1로 맞춥니다.</translation>
    </message>
    <message>
        <source>Whether it is done the other way round.</source>
        <translation>거꾸로 되돌릴지입니다.</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>크기 바꾸기</translation>
    </message>
    <message>
        <source>Gives all pictures one height and width.</source>
        <translation>모든 그림의 높이와 너비를 같게 합니다.</translation>
    </message>
    <message>
        <source>The height of the pictures that come out.</source>
        <translation>나오는 그림의 높이입니다.</translation>
    </message>
    <message>
        <source>The width of the pictures that come out.</source>
        <translation>나오는 그림의 너비입니다.</translation>
    </message>
    <message>
        <source>Whether it cuts rather than distorts.</source>
        <translation>찌그러뜨리는 대신 잘라 낼지입니다.</translation>
    </message>
    <message>
        <source>Whether it adds a frame rather than distorts.</source>
        <translation>찌그러뜨리는 대신 테두리를 덧댈지입니다.</translation>
    </message>
    <message>
        <source>The number that the frame is made of.</source>
        <translation>테두리를 채우는 수입니다.</translation>
    </message>
    <message>
        <source>Whether it smooths while it shrinks.</source>
        <translation>줄일 때 부드럽게 할지입니다.</translation>
    </message>
    <message>
        <source>Center crop</source>
        <translation>가운데 자르기</translation>
    </message>
    <message>
        <source>Cuts the middle out of every picture.</source>
        <translation>모든 그림에서 가운데를 잘라 냅니다.</translation>
    </message>
    <message>
        <source>Random flip</source>
        <translation>무작위 뒤집기</translation>
    </message>
    <message>
        <source>Mirrors pictures at random while training.</source>
        <translation>학습하는 동안 그림을 무작위로 뒤집습니다.</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>증강</translation>
    </message>
    <message>
        <source>Which way.</source>
        <translation>어느 쪽으로 뒤집는지입니다.</translation>
    </message>
    <message>
        <source>Random rotation</source>
        <translation>무작위 회전</translation>
    </message>
    <message>
        <source>Turns pictures at random while training.</source>
        <translation>학습하는 동안 그림을 무작위로 돌립니다.</translation>
    </message>
    <message>
        <source>How far at most, as a part of a full turn; two numbers are a range.</source>
        <translation>최대 얼마나 돌리는지를 한 바퀴에 대한 비율로 나타냅니다. 수가 둘이면 범위입니다.</translation>
    </message>
    <message>
        <source>What stands where the picture does not reach.</source>
        <translation>그림이 닿지 않는 곳을 무엇으로 채울지입니다.</translation>
    </message>
    <message>
        <source>The number that fills with the mode constant.</source>
        <translation>constant 방식에서 채우는 수입니다.</translation>
    </message>
    <message>
        <source>Random zoom</source>
        <translation>무작위 확대</translation>
    </message>
    <message>
        <source>Enlarges or shrinks pictures at random while training.</source>
        <translation>학습하는 동안 그림을 무작위로 키우거나 줄입니다.</translation>
    </message>
    <message>
        <source>How much at most, as a part of the height; two numbers are a range.</source>
        <translation>최대 얼마나인지를 높이에 대한 비율로 나타냅니다. 수가 둘이면 범위입니다.</translation>
    </message>
    <message>
        <source>The same for the width; without it the proportions stay.</source>
        <translation>너비에 대해 같은 값입니다. 비워 두면 비율이 유지됩니다.</translation>
    </message>
    <message>
        <source>Random shift</source>
        <translation>무작위 이동</translation>
    </message>
    <message>
        <source>Shifts pictures at random while training.</source>
        <translation>학습하는 동안 그림을 무작위로 옮깁니다.</translation>
    </message>
    <message>
        <source>How far at most, as a part of the height; two numbers are a range.</source>
        <translation>최대 얼마나 옮기는지를 높이에 대한 비율로 나타냅니다. 수가 둘이면 범위입니다.</translation>
    </message>
    <message>
        <source>How far at most, as a part of the width; two numbers are a range.</source>
        <translation>최대 얼마나 옮기는지를 너비에 대한 비율로 나타냅니다. 수가 둘이면 범위입니다.</translation>
    </message>
    <message>
        <source>Random contrast</source>
        <translation>무작위 대비</translation>
    </message>
    <message>
        <source>Changes the contrast of pictures at random while training.</source>
        <translation>학습하는 동안 그림의 대비를 무작위로 바꿉니다.</translation>
    </message>
    <message>
        <source>How much at most; two numbers are the limits below and above.</source>
        <translation>최대 얼마나인지입니다. 수가 둘이면 아래와 위의 한계입니다.</translation>
    </message>
    <message>
        <source>The least and the largest number of a picture.</source>
        <translation>그림에서 가장 작은 수와 가장 큰 수입니다.</translation>
    </message>
    <message>
        <source>Random brightness</source>
        <translation>무작위 밝기</translation>
    </message>
    <message>
        <source>Makes pictures lighter or darker at random while training.</source>
        <translation>학습하는 동안 그림을 무작위로 밝게 하거나 어둡게 합니다.</translation>
    </message>
    <message>
        <source>How much at most, as a part of the range; two numbers are a range.</source>
        <translation>최대 얼마나인지를 값 범위에 대한 비율로 나타냅니다. 수가 둘이면 범위입니다.</translation>
    </message>
</context>
<context>
    <name>ChainEditor</name>
    <message>
        <source>No step yet: everything is done as usual.</source>
        <translation>아직 단계가 없습니다. 모두 기본 방식대로 처리됩니다.</translation>
    </message>
    <message>
        <source>Add a step…</source>
        <translation>단계 추가…</translation>
    </message>
</context>
<context>
    <name>ChainView</name>
    <message>
        <source>The way of the step</source>
        <translation>단계의 경로</translation>
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
        <source>drawn again</source>
        <translation>다시 뽑음</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>이전 값으로</translation>
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
    <name>ClassTable</name>
    <message>
        <source>By class</source>
        <translation>클래스별</translation>
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
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>rightly no</source>
        <translation>맞게 아니요</translation>
    </message>
    <message>
        <source>wrongly yes</source>
        <translation>잘못 예</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>놓침</translation>
    </message>
    <message>
        <source>rightly yes</source>
        <translation>맞게 예</translation>
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
    <name>ClipboardPicture</name>
    <message>
        <source>The diagram is on the clipboard</source>
        <translation>다이어그램을 클립보드에 복사했습니다</translation>
    </message>
</context>
<context>
    <name>CodePane</name>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Drag the point, or move it with the arrow keys: the network decodes it</source>
        <translation>점을 끌거나 화살표 키로 옮기면 네트워크가 복호화합니다</translation>
    </message>
    <message>
        <source>A code plane needs data to be reconstructed, and a Dense layer of two units that everything passes</source>
        <translation>코드 평면에는 복원할 데이터와, 모든 것이 지나는 유닛 두 개짜리 Dense 층이 필요합니다</translation>
    </message>
    <message>
        <source>drag the point: it is decoded</source>
        <translation>점을 끌면 복호화됩니다</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Code plane</source>
        <translation>코드 평면</translation>
    </message>
    <message>
        <source>The codes of the rows appear here</source>
        <translation>여기에 행들의 코드가 나타납니다</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>{0}행</translation>
    </message>
</context>
<context>
    <name>ColumnList</name>
    <message>
        <source>Columns of the data</source>
        <translation>데이터의 열</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Predict this</source>
        <translation>이 열을 예측</translation>
    </message>
    <message>
        <source>Forecast this</source>
        <translation>이 열을 예측</translation>
    </message>
    <message>
        <source>Predict this as well</source>
        <translation>이 열도 함께 예측</translation>
    </message>
    <message>
        <source>Learn from it (input)</source>
        <translation>입력으로 사용</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>제외</translation>
    </message>
</context>
<context>
    <name>ColumnPicker</name>
    <message>
        <source>Find a column</source>
        <translation>열 찾기</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Order of the columns</source>
        <translation>열의 순서</translation>
    </message>
    <message>
        <source>Sorted</source>
        <translation>정렬</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Two runs side by side</source>
        <translation>나란히 놓은 두 실행</translation>
    </message>
    <message>
        <source>Network, recipe and data are the same.</source>
        <translation>네트워크, 학습 설정, 데이터가 같습니다.</translation>
    </message>
</context>
<context>
    <name>CourseView</name>
    <message>
        <source>Weights of the layer over the epochs</source>
        <translation>에포크에 따른 층의 가중치</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>노름</translation>
    </message>
    <message>
        <source>change an epoch</source>
        <translation>에포크당 변화</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>에포크 {epoch}</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>least, largest</source>
        <translation>최소, 최대</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} ~ {high}</translation>
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
        <translation>여기에 에포크별 {metric} 값이 표시됩니다</translation>
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
    <name>CurvesView</name>
    <message>
        <source>mean {area}</source>
        <translation>평균 {area}</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>외 {0}개</translation>
    </message>
</context>
<context>
    <name>DataAbout</name>
    <message>
        <source>Pictures in {0}: each subfolder is a class.</source>
        <translation>{0}의 그림: 하위 폴더 하나가 클래스 하나입니다.</translation>
    </message>
    <message>
        <source>Pictures as MNIST has them, in {0}.</source>
        <translation>MNIST 형식의 그림, 위치: {0}</translation>
    </message>
    <message>
        <source>Arrays of NumPy, in {0}.</source>
        <translation>NumPy 배열, 위치: {0}</translation>
    </message>
    <message>
        <source>70,000 handwritten digits, 28 × 28 pixels: which of ten is it?</source>
        <translation>손글씨 숫자 70,000장, 28 × 28 픽셀: 열 숫자 가운데 무엇일까요?</translation>
    </message>
    <message>
        <source>70,000 pieces of clothing, 28 × 28 pixels, of ten kinds.</source>
        <translation>열 종류의 옷과 신발 70,000장, 28 × 28 픽셀.</translation>
    </message>
    <message>
        <source>60,000 colour photographs, 32 × 32 pixels, of ten kinds of things.</source>
        <translation>열 가지 사물의 컬러 사진 60,000장, 32 × 32 픽셀.</translation>
    </message>
    <message>
        <source>50,000 film reviews as the words they use: does the reviewer like the film?</source>
        <translation>영화평 50,000편을 쓰인 낱말로 나타낸 데이터: 평가가 좋은가요?</translation>
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
        <source>Take the last change back (Ctrl+Z)</source>
        <translation>마지막 변경 되돌리기 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Do it again (Ctrl+Y)</source>
        <translation>다시 실행 (Ctrl+Y)</translation>
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
        <source>Open a file</source>
        <translation>파일 열기</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation>그림 폴더 열기</translation>
    </message>
    <message>
        <source>Nothing is downloaded before you say so.</source>
        <translation>허락하기 전에는 아무것도 내려받지 않습니다.</translation>
    </message>
    <message>
        <source>A large file: it is read in full when it is used.</source>
        <translation>큰 파일입니다. 사용할 때 전체를 읽습니다.</translation>
    </message>
    <message>
        <source>Stopped. What is chosen here can be used all the same; it is read then.</source>
        <translation>멈췄습니다. 그래도 이 데이터를 쓸 수 있으며, 쓸 때 읽습니다.</translation>
    </message>
</context>
<context>
    <name>DataPane</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Choose which of the files is shown</source>
        <translation>보여 줄 파일을 고르세요</translation>
    </message>
    <message>
        <source>The data appear here once they are chosen</source>
        <translation>데이터를 고르면 여기에 표시됩니다</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>a file of its own</source>
        <translation>별도 파일</translation>
    </message>
    <message>
        <source>as a column says</source>
        <translation>열에 적힌 대로</translation>
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
    <name>DataView</name>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>외 {0}개</translation>
    </message>
    <message>
        <source>min</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>max</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>first</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>last</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>values</source>
        <translation>값 종류</translation>
    </message>
    <message>
        <source>most often</source>
        <translation>가장 많은 값</translation>
    </message>
    <message>
        <source>{0} missing ({1} %)</source>
        <translation>빈 값 {0}개 ({1} %)</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>상관</translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation>파일 순서대로</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>이름순</translation>
    </message>
    <message>
        <source>most missing first</source>
        <translation>빈 값이 많은 순</translation>
    </message>
    <message>
        <source>most different values first</source>
        <translation>값 종류가 많은 순</translation>
    </message>
    <message>
        <source>strongest correlation first</source>
        <translation>상관이 큰 순</translation>
    </message>
    <message>
        <source>Close the sample</source>
        <translation>샘플 닫기</translation>
    </message>
    <message>
        <source>Looking at the data…</source>
        <translation>데이터를 살펴보는 중…</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>산점도</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>{0}행</translation>
    </message>
    <message>
        <source>{0} (line {1})</source>
        <translation>{0} ({1}번째 줄)</translation>
    </message>
    <message>
        <source>1 sample</source>
        <translation>샘플 1개</translation>
    </message>
    <message>
        <source>{0} samples</source>
        <translation>샘플 {0}개</translation>
    </message>
    <message>
        <source>{0} columns</source>
        <translation>열 {0}개</translation>
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
        <source>date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>빈 열</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외됨</translation>
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
        <source>{0} moves to choose from</source>
        <translation>고를 수 있는 수 {0}개</translation>
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
    <message>
        <source>Waves</source>
        <translation>물결</translation>
    </message>
    <message>
        <source>Linnerud</source>
        <translation>Linnerud</translation>
    </message>
    <message>
        <source>Catch</source>
        <translation>공 받기</translation>
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
        <source>Add {0}</source>
        <translation>{0} 추가</translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation>{0} 삭제</translation>
    </message>
    <message>
        <source>Delete {0} layers</source>
        <translation>층 {0}개 삭제</translation>
    </message>
    <message>
        <source>Delete the link from {0} to {1}</source>
        <translation>{0} → {1} 연결 삭제</translation>
    </message>
    <message>
        <source>Link {0} layers</source>
        <translation>층 {0}개 연결</translation>
    </message>
    <message>
        <source>Link {0} to {1}</source>
        <translation>{0} → {1} 연결</translation>
    </message>
    <message>
        <source>Move {0}</source>
        <translation>{0} 이동</translation>
    </message>
    <message>
        <source>Move {0} layers</source>
        <translation>층 {0}개 이동</translation>
    </message>
    <message>
        <source>Arrange layers</source>
        <translation>층 정렬</translation>
    </message>
    <message>
        <source>Change units of {0}</source>
        <translation>{0}의 유닛 수 변경</translation>
    </message>
    <message>
        <source>Change units of {0} layers</source>
        <translation>층 {0}개의 유닛 수 변경</translation>
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
    <message>
        <source>Cut {0}</source>
        <translation>{0} 잘라내기</translation>
    </message>
    <message>
        <source>Cut {0} layers</source>
        <translation>층 {0}개 잘라내기</translation>
    </message>
    <message>
        <source>Paste {0}</source>
        <translation>{0} 붙여넣기</translation>
    </message>
    <message>
        <source>Paste {0} layers</source>
        <translation>층 {0}개 붙여넣기</translation>
    </message>
    <message>
        <source>Duplicate {0}</source>
        <translation>{0} 복제</translation>
    </message>
    <message>
        <source>Duplicate {0} layers</source>
        <translation>층 {0}개 복제</translation>
    </message>
    <message>
        <source>Rename {0}</source>
        <translation>{0} 이름 바꾸기</translation>
    </message>
    <message>
        <source>Align {0} layers</source>
        <translation>층 {0}개 맞춤</translation>
    </message>
    <message>
        <source>Distribute {0} layers</source>
        <translation>층 {0}개 간격 맞춤</translation>
    </message>
    <message>
        <source>Add to the group {0}</source>
        <translation>{0} 그룹에 추가</translation>
    </message>
    <message>
        <source>Group {0}</source>
        <translation>{0}을(를) 그룹으로 묶기</translation>
    </message>
    <message>
        <source>Group {0} layers</source>
        <translation>층 {0}개를 그룹으로 묶기</translation>
    </message>
    <message>
        <source>Ungroup {0}</source>
        <translation>{0} 그룹 풀기</translation>
    </message>
    <message>
        <source>Take {0} out of its group</source>
        <translation>{0}을(를) 그룹에서 빼기</translation>
    </message>
    <message>
        <source>Take {0} layers out of their groups</source>
        <translation>층 {0}개를 그룹에서 빼기</translation>
    </message>
    <message>
        <source>Expand {0}</source>
        <translation>{0} 펼치기</translation>
    </message>
    <message>
        <source>Collapse {0}</source>
        <translation>{0} 접기</translation>
    </message>
    <message>
        <source>Repeat {0} times</source>
        <translation>{0}번 반복</translation>
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
        <source>{0} shapes</source>
        <translation>형태 {0}가지</translation>
    </message>
    <message>
        <source>{0} units</source>
        <translation>유닛 {0}개</translation>
    </message>
    <message>
        <source>{0} heads</source>
        <translation>헤드 {0}개</translation>
    </message>
    <message>
        <source>axis {0}</source>
        <translation>축 {0}</translation>
    </message>
    <message>
        <source>{0} factors</source>
        <translation>계수 {0}개</translation>
    </message>
    <message>
        <source>{0} groups</source>
        <translation>그룹 {0}개</translation>
    </message>
    <message>
        <source>This group has several ends there: expand it, and link one of its layers</source>
        <translation>이 그룹은 그쪽에 연결점이 여러 개입니다. 그룹을 펼쳐 그 안의 층 하나에 연결하세요</translation>
    </message>
    <message>
        <source>in it: {0}</source>
        <translation>그 안: {0}</translation>
    </message>
    <message>
        <source>in it: {0} and {1} more</source>
        <translation>그 안: {0} 외 {1}개</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>유닛 1개</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>외 {0}개</translation>
    </message>
</context>
<context>
    <name>DiagramExport</name>
    <message>
        <source>The diagram is empty: there is nothing to be drawn</source>
        <translation>다이어그램이 비어 있어 그릴 것이 없습니다</translation>
    </message>
    <message>
        <source>The picture would have {0} × {1} pixels, but at most {2} along a side can be painted: take a smaller size, or SVG</source>
        <translation>그림이 {0} × {1} 픽셀이 되는데, 한 변에 {2} 픽셀까지만 그릴 수 있습니다. 더 작은 크기나 SVG를 고르세요</translation>
    </message>
    <message>
        <source>Export diagram</source>
        <translation>다이어그램 내보내기</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>white</source>
        <translation>흰색</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>투명</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Draw the weights as they are now; without them a link is an arrow.</source>
        <translation>가중치를 지금 값대로 그립니다. 끄면 연결을 화살표로 그립니다.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>배경</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Pixels of a PNG for a pixel of the screen.</source>
        <translation>화면 한 픽셀에 해당하는 PNG의 픽셀 수입니다.</translation>
    </message>
    <message>
        <source>Sharp at every size; for papers, slides and web pages. Texts are outlines.</source>
        <translation>어떤 크기에서도 선명하며 논문, 슬라이드, 웹에 알맞습니다. 글자는 윤곽선입니다.</translation>
    </message>
    <message>
        <source>Sharp at every size; for LaTeX. One page, as large as the picture.</source>
        <translation>어떤 크기에서도 선명하며 LaTeX에 알맞습니다. 그림 크기의 한 쪽입니다.</translation>
    </message>
    <message>
        <source>Pixels; for whatever takes no SVG.</source>
        <translation>픽셀 그림입니다. SVG를 쓸 수 없는 곳에 알맞습니다.</translation>
    </message>
    <message>
        <source>{0} × {1} pixels</source>
        <translation>{0} × {1} 픽셀</translation>
    </message>
    <message>
        <source>{0} × {1} mm</source>
        <translation>{0} × {1} mm</translation>
    </message>
    <message>
        <source>{0} picture (*.{1})</source>
        <translation>{0} 그림 (*.{1})</translation>
    </message>
</context>
<context>
    <name>DiagramKeys</name>
    <message>
        <source>Next layer, previous layer</source>
        <translation>다음 층, 이전 층</translation>
    </message>
    <message>
        <source>The nearest layer that way</source>
        <translation>그 방향으로 가장 가까운 층</translation>
    </message>
    <message>
        <source>Move the selection by a grid step</source>
        <translation>선택한 것을 격자 한 칸 이동</translation>
    </message>
    <message>
        <source>Move it finely</source>
        <translation>조금씩 이동</translation>
    </message>
    <message>
        <source>More units, fewer units</source>
        <translation>유닛 늘리기, 줄이기</translation>
    </message>
    <message>
        <source>Delete what is selected</source>
        <translation>선택한 것 삭제</translation>
    </message>
    <message>
        <source>Cancel what the mouse does; select nothing</source>
        <translation>마우스 동작 취소, 선택 해제</translation>
    </message>
    <message>
        <source>Train or pause</source>
        <translation>학습 또는 일시정지</translation>
    </message>
    <message>
        <source>Drag a layer</source>
        <translation>층 끌기</translation>
    </message>
    <message>
        <source>Move it; it snaps to the others</source>
        <translation>이동, 다른 층에 맞춰 붙음</translation>
    </message>
    <message>
        <source>Alt while dragging</source>
        <translation>끌면서 Alt</translation>
    </message>
    <message>
        <source>Move without snapping</source>
        <translation>붙지 않고 이동</translation>
    </message>
    <message>
        <source>Drag a port</source>
        <translation>포트 끌기</translation>
    </message>
    <message>
        <source>Draw a link</source>
        <translation>연결 그리기</translation>
    </message>
    <message>
        <source>Drag a link by its end</source>
        <translation>연결의 끝 끌기</translation>
    </message>
    <message>
        <source>Lead it to another layer</source>
        <translation>다른 층으로 옮겨 연결</translation>
    </message>
    <message>
        <source>Drag the canvas</source>
        <translation>빈 곳 끌기</translation>
    </message>
    <message>
        <source>Select what the frame touches</source>
        <translation>틀에 닿는 것 선택</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+클릭</translation>
    </message>
    <message>
        <source>Select one more, or one less</source>
        <translation>하나 더 또는 덜 선택</translation>
    </message>
    <message>
        <source>Click a unit</source>
        <translation>유닛 클릭</translation>
    </message>
    <message>
        <source>Choose it, to look into it</source>
        <translation>골라서 들여다보기</translation>
    </message>
    <message>
        <source>Alt+click a unit</source>
        <translation>유닛 Alt+클릭</translation>
    </message>
    <message>
        <source>Mute it, or hear it again</source>
        <translation>음소거하거나 해제</translation>
    </message>
    <message>
        <source>Double-click a name</source>
        <translation>이름 두 번 클릭</translation>
    </message>
    <message>
        <source>Rename the layer</source>
        <translation>층 이름 변경</translation>
    </message>
    <message>
        <source>Wheel on a layer</source>
        <translation>층 위에서 휠</translation>
    </message>
    <message>
        <source>Wheel, middle button</source>
        <translation>휠, 가운데 버튼</translation>
    </message>
    <message>
        <source>Zoom, move the view</source>
        <translation>확대·축소, 화면 이동</translation>
    </message>
</context>
<context>
    <name>DiagramView</name>
    <message>
        <source>Diagram</source>
        <translation>다이어그램</translation>
    </message>
    <message>
        <source>The network: layers and links. Tab goes from layer to layer.</source>
        <translation>네트워크의 층과 연결입니다. Tab 키로 층을 옮겨 다닙니다.</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>No numbers any more</source>
        <translation>수가 무한대가 됨</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>죽은 유닛</translation>
    </message>
    <message>
        <source>Learning rate too high</source>
        <translation>학습률이 너무 높음</translation>
    </message>
    <message>
        <source>Exploding gradient</source>
        <translation>기울기 폭발</translation>
    </message>
    <message>
        <source>Vanishing gradient</source>
        <translation>기울기 소실</translation>
    </message>
    <message>
        <source>Units that start alike</source>
        <translation>똑같이 시작하는 유닛</translation>
    </message>
    <message>
        <source>Learning rate too low</source>
        <translation>학습률이 너무 낮음</translation>
    </message>
    <message>
        <source>Nothing is learned</source>
        <translation>학습되지 않음</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>과적합</translation>
    </message>
    <message>
        <source>dead units</source>
        <translation>죽은 유닛</translation>
    </message>
    <message>
        <source>weak gradient</source>
        <translation>약한 기울기</translation>
    </message>
    <message>
        <source>huge gradient</source>
        <translation>큰 기울기</translation>
    </message>
    <message>
        <source>all alike</source>
        <translation>모두 같음</translation>
    </message>
</context>
<context>
    <name>DoctorCard</name>
    <message>
        <source>Not in this run</source>
        <translation>이번 실행에서는 그만 보기</translation>
    </message>
    <message>
        <source>Only the title</source>
        <translation>제목만 보기</translation>
    </message>
    <message>
        <source>See the best epoch</source>
        <translation>가장 좋은 에포크 보기</translation>
    </message>
    <message>
        <source>Everything shows the network as it was then</source>
        <translation>모든 화면이 그때의 네트워크를 보여 줍니다</translation>
    </message>
    <message>
        <source>Training goes on with it; undo takes it back</source>
        <translation>이대로 바꾸어 학습을 이어 갑니다. 실행 취소로 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>Starts another run with it; this one stays behind it as a faint line</source>
        <translation>이대로 바꾸어 새로 학습합니다. 이번 실행은 흐린 선으로 남습니다</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>What else can be done</source>
        <translation>그 밖에 할 수 있는 일</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Reading the data was stopped: choose them again, or others, or undo</source>
        <translation>데이터 읽기를 멈췄습니다. 다시 고르거나, 다른 데이터를 고르거나, 실행 취소하세요</translation>
    </message>
</context>
<context>
    <name>DownloadCard</name>
    <message>
        <source>Download</source>
        <translation>내려받기</translation>
    </message>
    <message>
        <source>{0} is not on this computer yet: {1} are downloaded once, and kept where Keras keeps them.</source>
        <translation>{0}은(는) 아직 이 컴퓨터에 없습니다. {1}를 한 번만 내려받아 Keras가 쓰는 폴더에 보관합니다.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Download {0}</source>
        <translation>내려받기 ({0})</translation>
    </message>
    <message>
        <source>Downloading: {0} of {1}</source>
        <translation>내려받는 중: {1} 중 {0}</translation>
    </message>
</context>
<context>
    <name>DownloadTile</name>
    <message>
        <source>{0} to download</source>
        <translation>{0} 내려받기</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>이 컴퓨터에 있음</translation>
    </message>
</context>
<context>
    <name>DrawingSection</name>
    <message>
        <source>How rows are drawn</source>
        <translation>행을 나누는 방법</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Keep the shares of the classes</source>
        <translation>클래스 비율 유지</translation>
    </message>
    <message>
        <source>drawn at random</source>
        <translation>무작위로</translation>
    </message>
    <message>
        <source>as a column says</source>
        <translation>열에 적힌 대로</translation>
    </message>
    <message>
        <source>the latest by a column</source>
        <translation>열 기준으로 나중 것</translation>
    </message>
    <message>
        <source>The same seed draws the same rows.</source>
        <translation>시드가 같으면 같은 행이 뽑힙니다.</translation>
    </message>
    <message>
        <source>The column holds train, validation or test for each row; it is no input then.</source>
        <translation>이 열에는 행마다 train, validation, test 가운데 하나가 적혀 있습니다. 입력으로는 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing from the future helps: the latest rows are the test, those before validation.</source>
        <translation>미래의 정보가 섞이지 않습니다. 가장 나중 행이 테스트, 그 앞이 검증입니다.</translation>
    </message>
    <message>
        <source>A series stays in its order: the latest rows are the test, those before validation.</source>
        <translation>시계열은 순서를 지킵니다. 가장 나중 행이 테스트, 그 앞이 검증입니다.</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
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
        <source>Cut</source>
        <translation>잘라내기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Select all layers</source>
        <translation>모든 층 선택</translation>
    </message>
    <message>
        <source>Find a layer…</source>
        <translation>층 찾기…</translation>
    </message>
    <message>
        <source>Add a layer…</source>
        <translation>층 추가…</translation>
    </message>
    <message>
        <source>Link to…</source>
        <translation>연결…</translation>
    </message>
    <message>
        <source>Delete a link…</source>
        <translation>연결 삭제…</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>층 이름 바꾸기</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Look into the unit</source>
        <translation>유닛 들여다보기</translation>
    </message>
    <message>
        <source>Mute or hear the unit</source>
        <translation>유닛 음소거/해제</translation>
    </message>
    <message>
        <source>Hear all units</source>
        <translation>모든 유닛 음소거 해제</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹으로 묶기</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>그룹 풀기</translation>
    </message>
    <message>
        <source>Collapse or expand the group</source>
        <translation>그룹 접기 또는 펼치기</translation>
    </message>
    <message>
        <source>Repeat…</source>
        <translation>반복…</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>가로 가운데</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>위쪽</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>세로 가운데</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>아래쪽</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>간격 맞춤</translation>
    </message>
    <message>
        <source>Horizontally</source>
        <translation>가로로</translation>
    </message>
    <message>
        <source>Vertically</source>
        <translation>세로로</translation>
    </message>
    <message>
        <source>Arrange layers</source>
        <translation>층 정렬</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Nothing was copied: select a layer first</source>
        <translation>복사하지 않았습니다. 먼저 층을 선택하세요</translation>
    </message>
    <message>
        <source>1 layer copied</source>
        <translation>층 1개를 복사했습니다</translation>
    </message>
    <message>
        <source>{0} layers copied</source>
        <translation>층 {0}개를 복사했습니다</translation>
    </message>
    <message>
        <source>Nothing was pasted: {0}</source>
        <translation>붙여넣지 않았습니다. {0}</translation>
    </message>
    <message>
        <source>Select the one layer to rename first</source>
        <translation>먼저 이름을 바꿀 층 하나를 선택하세요</translation>
    </message>
</context>
<context>
    <name>EmptyRuns</name>
    <message>
        <source>Every training is kept here</source>
        <translation>모든 학습이 여기에 남습니다</translation>
    </message>
    <message>
        <source>Press Train: the run gets its line here, with its curves, its figures and its weights. Change one thing, press Reset and Train again, and see both side by side.</source>
        <translation>학습을 누르면 실행이 곡선, 수치, 가중치와 함께 여기에 한 줄로 남습니다. 한 가지를 바꾸고 초기화한 뒤 다시 학습하면 둘을 나란히 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Race…</source>
        <translation>경주…</translation>
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
    <name>EnsembleDialog</name>
    <message>
        <source>Ensemble</source>
        <translation>앙상블</translation>
    </message>
    <message>
        <source>Worked out as soon as nothing is trained</source>
        <translation>학습이 쉬는 동안 계산합니다</translation>
    </message>
    <message>
        <source>How much is worked out</source>
        <translation>계산한 정도</translation>
    </message>
    <message>
        <source>Open as one network</source>
        <translation>하나의 네트워크로 열기</translation>
    </message>
    <message>
        <source>Each member a branch of one diagram, behind them their average</source>
        <translation>구성원마다 한 다이어그램의 가지가 되고, 그 뒤에 평균이 놓입니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Together or alone</source>
        <translation>함께 또는 혼자</translation>
    </message>
    <message>
        <source>{0} trained networks answer the same samples: their average, the majority of their votes, and a layer that learned on the training part whom to trust.</source>
        <translation>학습한 네트워크 {0}개가 같은 샘플에 답합니다. 답의 평균, 다수결, 그리고 누구를 믿을지 학습 부분에서 배운 층입니다.</translation>
    </message>
    <message>
        <source>Errors that point in different ways cancel out in the average.</source>
        <translation>서로 다른 쪽으로 난 오차는 평균에서 지워집니다.</translation>
    </message>
    <message>
        <source>validation samples</source>
        <translation>검증 샘플</translation>
    </message>
    <message>
        <source>test samples</source>
        <translation>시험 샘플</translation>
    </message>
    <message>
        <source>All members decide alike on {0} of the {1}; the others are where being several can help.</source>
        <translation>{1} 중 {0}에서는 모두 똑같이 정합니다. 여럿이어서 도움이 되는 곳은 나머지입니다.</translation>
    </message>
    <message>
        <source>training samples</source>
        <translation>학습 샘플</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Majority vote</source>
        <translation>다수결</translation>
    </message>
    <message>
        <source>Deciding layer</source>
        <translation>결정 층</translation>
    </message>
</context>
<context>
    <name>Ensembling</name>
    <message>
        <source>An ensemble needs 2 to {0} runs: choose them in the list</source>
        <translation>앙상블에는 실행이 2개에서 {0}개까지 필요합니다. 목록에서 고르세요</translation>
    </message>
    <message>
        <source>{0} kept no weights: an ensemble needs trained networks</source>
        <translation>{0}: 보관한 가중치가 없습니다. 앙상블에는 학습한 네트워크가 필요합니다</translation>
    </message>
    <message>
        <source>The members of an ensemble have to learn from the same data, split in the same way</source>
        <translation>앙상블의 구성원은 같은 방식으로 나눈 같은 데이터로 배워야 합니다</translation>
    </message>
    <message>
        <source>An ensemble needs networks that answer what the data ask for</source>
        <translation>앙상블에는 데이터가 묻는 것에 답하는 네트워크가 필요합니다</translation>
    </message>
    <message>
        <source>These runs learned from other data than those that are chosen now</source>
        <translation>이 실행들은 지금 고른 것과 다른 데이터로 배웠습니다</translation>
    </message>
    <message>
        <source>Open as one network</source>
        <translation>하나의 네트워크로 열기</translation>
    </message>
    <message>
        <source>These networks cannot stand as one on the data that are chosen now</source>
        <translation>이 네트워크들은 지금 고른 데이터에서 하나가 될 수 없습니다</translation>
    </message>
    <message>
        <source>{0} networks stand as one: it answers with their average</source>
        <translation>네트워크 {0}개가 하나가 되었습니다. 그 평균으로 답합니다</translation>
    </message>
</context>
<context>
    <name>EpochChip</name>
    <message>
        <source>epoch {0} of {1}</source>
        <translation>에포크 {0} / {1}</translation>
    </message>
</context>
<context>
    <name>EpochSlider</name>
    <message>
        <source>Epochs of the run</source>
        <translation>실행의 에포크</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>에포크 {0}</translation>
    </message>
    <message>
        <source>Once something was trained, drag here to see any epoch of it again</source>
        <translation>학습한 뒤 여기를 끌면 어느 에포크든 다시 볼 수 있습니다</translation>
    </message>
    <message>
        <source>initial weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>best snapshot: epoch {0}</source>
        <translation>가장 좋은 스냅샷: 에포크 {0}</translation>
    </message>
    <message>
        <source>something was changed here</source>
        <translation>여기서 무언가 변경됨</translation>
    </message>
</context>
<context>
    <name>Evaluating</name>
    <message>
        <source>Judge the network on a folder with one subfolder of pictures for each class</source>
        <translation>클래스마다 그림 하위 폴더가 하나씩 있는 폴더로 네트워크 평가</translation>
    </message>
    <message>
        <source>Judge the network on a file</source>
        <translation>파일로 네트워크 평가</translation>
    </message>
</context>
<context>
    <name>EvaluationPane</name>
    <message>
        <source>Evaluation</source>
        <translation>평가</translation>
    </message>
    <message>
        <source>Choose the figure that is shown</source>
        <translation>보여 줄 그림을 고릅니다</translation>
    </message>
    <message>
        <source>Choose the part of the data that the network is judged on</source>
        <translation>네트워크를 평가할 데이터 부분을 고릅니다</translation>
    </message>
    <message>
        <source>Show the next of the numbers that are predicted</source>
        <translation>예측하는 다음 숫자를 보여 줍니다</translation>
    </message>
    <message>
        <source>This part has no rows.</source>
        <translation>이 부분에는 행이 없습니다.</translation>
    </message>
    <message>
        <source>{count} answers are no numbers: they are left out.</source>
        <translation>답 {count}개는 숫자가 아니어서 뺐습니다.</translation>
    </message>
    <message>
        <source>{count} of {total} rows were judged, evenly spread.</source>
        <translation>{total}행 중 고르게 고른 {count}행을 평가했습니다.</translation>
    </message>
    <message>
        <source>Shown are the {count} of {total} classes with the most mistakes.</source>
        <translation>{total}개 클래스 중 가장 많이 틀린 {count}개를 보여 줍니다.</translation>
    </message>
    <message>
        <source>{share} all right</source>
        <translation>모두 맞음 {share}</translation>
    </message>
    <message>
        <source>{share} right</source>
        <translation>맞음 {share}</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>How good the network is on each part of the data appears here</source>
        <translation>데이터의 각 부분에서 네트워크가 얼마나 잘하는지 여기에 나타납니다</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>A folder of pictures…</source>
        <translation>그림 폴더…</translation>
    </message>
    <message>
        <source>Samples of a cell</source>
        <translation>한 칸의 표본</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>가장 크게 틀린 것</translation>
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
    <name>ExportPanel</name>
    <message>
        <source>Beside a model or its weights lies a card, .preparation.json: how new data are to be encoded, filled and scaled before the network sees them.</source>
        <translation>모델이나 가중치 파일 옆에 카드(.preparation.json)가 함께 저장됩니다: 새 데이터를 네트워크에 넣기 전에 어떻게 인코딩하고, 채우고, 스케일링하는지 적혀 있습니다.</translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation>내보냈습니다: {0}</translation>
    </message>
    <message>
        <source>Exported to {0}, with {1} beside it</source>
        <translation>내보냈습니다: {0} (같은 폴더에 {1})</translation>
    </message>
    <message>
        <source>Exported to {0}. It expects prepared inputs: {1} beside it says how</source>
        <translation>내보냈습니다: {0}. 입력은 먼저 준비해야 합니다. 방법은 같은 폴더의 {1}에 있습니다</translation>
    </message>
    <message>
        <source>Run again on {0} samples, it differs from the network by {1} at most.</source>
        <translation>표본 {0}개로 다시 실행했을 때 네트워크와의 차이는 최대 {1}입니다.</translation>
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
        <source>SavedModel</source>
        <translation>SavedModel</translation>
    </message>
    <message>
        <source>A folder for TensorFlow and its servers.</source>
        <translation>TensorFlow와 그 서버가 읽는 폴더입니다.</translation>
    </message>
    <message>
        <source>TensorFlow Lite</source>
        <translation>TensorFlow Lite</translation>
    </message>
    <message>
        <source>One small file for telephones and small boards.</source>
        <translation>휴대전화와 소형 보드에 쓰는 작은 파일 하나입니다.</translation>
    </message>
    <message>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <source>For ONNX Runtime, and through it other languages.</source>
        <translation>ONNX Runtime과 그것을 쓰는 다른 언어에서 읽습니다.</translation>
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
        <source>The weights, as PyTorch and others read them.</source>
        <translation>PyTorch 등에서 읽는 형식의 가중치입니다.</translation>
    </message>
    <message>
        <source>TensorBoard…</source>
        <translation>TensorBoard…</translation>
    </message>
    <message>
        <source>Curves and weights of all runs, as event files.</source>
        <translation>모든 실행의 곡선과 가중치를 이벤트 파일로.</translation>
    </message>
    <message>
        <source>Network with its weights</source>
        <translation>가중치를 포함한 네트워크</translation>
    </message>
    <message>
        <source>Weights alone</source>
        <translation>가중치만</translation>
    </message>
    <message>
        <source>Code, pictures and curves</source>
        <translation>코드, 그림, 곡선</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Python 스크립트</translation>
    </message>
    <message>
        <source>Trains the same network to the same result without nnviz.</source>
        <translation>nnviz 없이 같은 네트워크를 같은 결과로 학습합니다.</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>노트북</translation>
    </message>
    <message>
        <source>The same script in cells, for Jupyter and Colab.</source>
        <translation>같은 스크립트를 셀로 나눈 것으로, Jupyter와 Colab에서 엽니다.</translation>
    </message>
    <message>
        <source>Diagram…</source>
        <translation>다이어그램…</translation>
    </message>
    <message>
        <source>A picture for a paper or a slide: SVG, PDF or PNG.</source>
        <translation>논문이나 슬라이드에 쓸 그림: SVG, PDF, PNG.</translation>
    </message>
</context>
<context>
    <name>ExtremesFigure</name>
    <message>
        <source>Excited most by</source>
        <translation>가장 크게 반응하는 샘플</translation>
    </message>
    <message>
        <source>Excited least by</source>
        <translation>가장 작게 반응하는 샘플</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>{0}행</translation>
    </message>
    <message>
        <source>training row {0}</source>
        <translation>훈련 {0}행</translation>
    </message>
    <message>
        <source>response</source>
        <translation>반응</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>문제가 생겼습니다</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>로그 폴더 열기</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>It has happened {0} times</source>
        <translation>{0}번 일어났습니다</translation>
    </message>
    <message>
        <source>nnviz crashed the last time it ran. What it was doing then stands in this report.</source>
        <translation>지난번에 nnviz가 비정상 종료되었습니다. 그때 하던 작업이 이 보고서에 적혀 있습니다.</translation>
    </message>
    <message>
        <source>nnviz has met something that it was not made for. Your work is as it was: you can go on, and save it.</source>
        <translation>nnviz가 예상하지 못한 문제를 만났습니다. 작업은 그대로 남아 있으니 계속하고 저장할 수 있습니다.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>The report tells of the program, not of your data, and goes nowhere unless you send it.</source>
        <translation>보고서에는 데이터가 아니라 프로그램에 관한 내용만 담기며, 직접 보내지 않는 한 어디에도 전송되지 않습니다.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
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
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Keras models (*.keras *.h5 *.json)</source>
        <translation>Keras 모델 (*.keras *.h5 *.json)</translation>
    </message>
    <message>
        <source>Import model</source>
        <translation>모델 가져오기</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>{0} 사용</translation>
    </message>
    <message>
        <source>{0} is open in another window: here it can be looked at, and saved under another name</source>
        <translation>{0}이(가) 다른 창에서 열려 있습니다. 여기서는 볼 수만 있으며, 다른 이름으로 저장할 수 있습니다</translation>
    </message>
    <message>
        <source>{0} is neither a project nor data nor weights</source>
        <translation>{0}은(는) 프로젝트도 데이터도 가중치도 아닙니다</translation>
    </message>
    <message>
        <source>Projects and Keras models (*.nnviz *.json *.keras *.h5 *.backup)</source>
        <translation>프로젝트와 Keras 모델 (*.nnviz *.json *.keras *.h5 *.backup)</translation>
    </message>
    <message>
        <source>Use {0}, varied</source>
        <translation>{0} 사용(변형 포함)</translation>
    </message>
    <message>
        <source>Weights (*.h5 *.keras *.npz *.safetensors)</source>
        <translation>가중치 (*.h5 *.keras *.npz *.safetensors)</translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation>가중치 불러오기</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Choose {0}</source>
        <translation>{0} 선택</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>아직 없음</translation>
    </message>
</context>
<context>
    <name>FileSaver</name>
    <message>
        <source>Saved {0}</source>
        <translation>{0} 저장함</translation>
    </message>
    <message>
        <source>Saved {0}; there is no program here that opens such files</source>
        <translation>{0} 저장함. 이 컴퓨터에는 이런 파일을 여는 프로그램이 없습니다</translation>
    </message>
</context>
<context>
    <name>FileTile</name>
    <message>
        <source>Open a file or folder</source>
        <translation>파일이나 폴더 열기</translation>
    </message>
    <message>
        <source>Open a file or folder…</source>
        <translation>파일이나 폴더 열기…</translation>
    </message>
    <message>
        <source>Tables, pictures, arrays; or drop them here</source>
        <translation>표, 그림, 배열; 여기에 끌어다 놓아도 됩니다</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>and {0} more</source>
        <translation>외 {0}개</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Problems of the data</source>
        <translation>데이터의 문제</translation>
    </message>
    <message>
        <source>Looking for problems…</source>
        <translation>문제를 찾는 중…</translation>
    </message>
    <message>
        <source>No problems were found in the data.</source>
        <translation>데이터에서 문제를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>외 {0}개</translation>
    </message>
</context>
<context>
    <name>ForecastView</name>
    <message>
        <source>Forecast</source>
        <translation>예보</translation>
    </message>
    <message>
        <source>row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>true</source>
        <translation>참값</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>예보</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Open a file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>Open a folder of pictures…</source>
        <translation>그림 폴더 열기…</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>논리 게이트</translation>
    </message>
    <message>
        <source>Shapes in the plane</source>
        <translation>평면 도형</translation>
    </message>
    <message>
        <source>Tables, pictures, a series, a game</source>
        <translation>표, 그림, 시계열, 게임</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>내려받는 데이터</translation>
    </message>
</context>
<context>
    <name>GamePane</name>
    <message>
        <source>Game</source>
        <translation>게임</translation>
    </message>
    <message>
        <source>New ball</source>
        <translation>새 공</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Whether the network plays by itself, ball after ball</source>
        <translation>네트워크가 스스로 공을 하나씩 이어서 받을지</translation>
    </message>
    <message>
        <source>Arrow keys play against the network: left, down to stay, right</source>
        <translation>화살표 키로 네트워크와 겨룹니다: 왼쪽, 아래쪽은 그대로, 오른쪽</translation>
    </message>
    <message>
        <source>A game needs the data Catch, and the method Q-learning in the recipe</source>
        <translation>게임에는 공 받기 데이터와 학습 설정의 Q 학습 방법이 필요합니다</translation>
    </message>
    <message>
        <source>you: ← ↓ →</source>
        <translation>직접: ← ↓ →</translation>
    </message>
    <message>
        <source>catches {0} of {1} balls</source>
        <translation>공 {1}개 중 {0}개를 받음</translation>
    </message>
    <message>
        <source>yours is the lower paddle</source>
        <translation>아래쪽 받침이 당신 것</translation>
    </message>
    <message>
        <source>you {0}, network {1} of {2}</source>
        <translation>공 {2}개 중 당신 {0}, 네트워크 {1}</translation>
    </message>
</context>
<context>
    <name>GameView</name>
    <message>
        <source>left</source>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>stay</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>right</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>게임판</translation>
    </message>
    <message>
        <source>ball in row {0}, column {1}; paddle in column {2}</source>
        <translation>공은 {0}행 {1}열, 받침은 {2}열</translation>
    </message>
    <message>
        <source>The game appears here</source>
        <translation>여기에 게임이 나타납니다</translation>
    </message>
</context>
<context>
    <name>GeneratedPane</name>
    <message>
        <source>Generated</source>
        <translation>생성된 표본</translation>
    </message>
    <message>
        <source>of the same noise at every epoch</source>
        <translation>에포크마다 같은 잡음에서</translation>
    </message>
    <message>
        <source>What the generator makes of noise appears here</source>
        <translation>생성자가 잡음에서 만든 것이 여기에 나타납니다</translation>
    </message>
</context>
<context>
    <name>GeneratedView</name>
    <message>
        <source>Generated samples</source>
        <translation>생성된 표본</translation>
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
    <name>GoalsCard</name>
    <message>
        <source>Result to reach</source>
        <translation>이를 결과</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>The numbers of the step</source>
        <translation>단계의 숫자</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>유닛</translation>
    </message>
</context>
<context>
    <name>GroupEditing</name>
    <message>
        <source>Name of the group</source>
        <translation>그룹 이름</translation>
    </message>
    <message>
        <source>Select a group, or layers of one, first</source>
        <translation>먼저 그룹이나 그룹의 층을 고르세요</translation>
    </message>
    <message>
        <source>Select the layers that are to be repeated first</source>
        <translation>먼저 반복할 층을 고르세요</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Part</source>
        <translation>부분</translation>
    </message>
    <message>
        <source>First part</source>
        <translation>첫째 부분</translation>
    </message>
    <message>
        <source>Second part</source>
        <translation>둘째 부분</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특징</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>분류기</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>증강</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>줄기</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>인코더</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>디코더</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>내림</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>바닥</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>올림</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>생성자</translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation>판별자</translation>
    </message>
</context>
<context>
    <name>HandEdits</name>
    <message>
        <source>The network has started afresh since: nothing was set</source>
        <translation>그 사이 네트워크가 처음부터 다시 시작했습니다. 아무것도 바꾸지 않았습니다</translation>
    </message>
</context>
<context>
    <name>ImagesControls</name>
    <message>
        <source>in colour</source>
        <translation>컬러</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>흑백</translation>
    </message>
    <message>
        <source>Height of the pictures in pixels</source>
        <translation>그림 높이(픽셀)</translation>
    </message>
    <message>
        <source>Width of the pictures in pixels</source>
        <translation>그림 너비(픽셀)</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Every picture is brought to</source>
        <translation>모든 그림의 크기</translation>
    </message>
    <message>
        <source>pixels,</source>
        <translation>픽셀,</translation>
    </message>
</context>
<context>
    <name>Inside</name>
    <message>
        <source>{0} muted</source>
        <translation>음소거 {0}</translation>
    </message>
    <message>
        <source>{0} dead</source>
        <translation>죽음 {0}</translation>
    </message>
    <message>
        <source>{0} saturated</source>
        <translation>포화 {0}</translation>
    </message>
    <message>
        <source>{0} duplicate</source>
        <translation>중복 {0}</translation>
    </message>
    <message>
        <source>dead: 0 for every row</source>
        <translation>죽은 유닛: 모든 행에서 0</translation>
    </message>
    <message>
        <source>saturated: {0} of its answers at an end</source>
        <translation>포화: 출력의 {0}가 범위의 끝에 있음</translation>
    </message>
    <message>
        <source>repeats unit {0} (cosine {1})</source>
        <translation>유닛 {0}과 같은 반응 (코사인 {1})</translation>
    </message>
    <message>
        <source>It no longer learns; a smaller learning rate or a leaky ReLU may prevent that.</source>
        <translation>더는 학습하지 않습니다. 학습률을 낮추거나 Leaky ReLU를 쓰면 막을 수 있습니다.</translation>
    </message>
    <message>
        <source>Hardly any gradient passes it; smaller weights or scaled inputs may help.</source>
        <translation>기울기가 거의 지나가지 못합니다. 가중치를 줄이거나 입력의 크기를 맞추면 도움이 됩니다.</translation>
    </message>
    <message>
        <source>Up to a factor both say the same: the layer could do with fewer units.</source>
        <translation>배율만 다를 뿐 둘이 같은 말을 합니다. 이 층은 유닛이 더 적어도 됩니다.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>what you try</source>
        <translation>써 보는 샘플</translation>
    </message>
</context>
<context>
    <name>InsideChips</name>
    <message>
        <source>Show the network again instead of one sample</source>
        <translation>샘플 하나 대신 다시 네트워크 보기</translation>
    </message>
    <message>
        <source>unmute</source>
        <translation>음소거 해제</translation>
    </message>
    <message>
        <source>Hear all units again</source>
        <translation>모든 유닛의 음소거 해제</translation>
    </message>
    <message>
        <source>The units show what you try</source>
        <translation>유닛에 써 보는 샘플의 활성값이 보입니다</translation>
    </message>
    <message>
        <source>The units show sample {row} of {part}</source>
        <translation>유닛에 {part} 샘플 {row}의 활성값이 보입니다</translation>
    </message>
    <message>
        <source>1 unit muted</source>
        <translation>유닛 1개 음소거</translation>
    </message>
    <message>
        <source>{0} units muted</source>
        <translation>유닛 {0}개 음소거</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>모두 맞음</translation>
    </message>
    <message>
        <source>mean error</source>
        <translation>평균 오차</translation>
    </message>
    <message>
        <source>loss {0} → {1}</source>
        <translation>손실 {0} → {1}</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Let it follow the data again</source>
        <translation>다시 데이터에 맞춤</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>서로 다름</translation>
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
        <source>all</source>
        <translation>전체</translation>
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
        <source>Lessons</source>
        <translation>수업</translation>
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
        <source>{0} of them not trained</source>
        <translation>그중 {0}개는 학습하지 않음</translation>
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
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>Slope below 0</source>
        <translation>음수 기울기</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>알파</translation>
    </message>
    <message>
        <source>Approximate</source>
        <translation>근사</translation>
    </message>
    <message>
        <source>Roundness</source>
        <translation>둥근 정도</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>그 외 값</translation>
    </message>
    <message>
        <source>Shared axes</source>
        <translation>공유 축</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>최솟값</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>스케일</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>분포</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>배수</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>계수</translation>
    </message>
    <message>
        <source>Weight limit</source>
        <translation>가중치 제한</translation>
    </message>
    <message>
        <source>Strictness</source>
        <translation>엄격함</translation>
    </message>
    <message>
        <source>Initial biases</source>
        <translation>초기 편향</translation>
    </message>
    <message>
        <source>Bias penalty</source>
        <translation>편향 규제</translation>
    </message>
    <message>
        <source>Bias limit</source>
        <translation>편향 제한</translation>
    </message>
    <message>
        <source>Output penalty</source>
        <translation>출력 규제</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>예측 대상</translation>
    </message>
    <message>
        <source>Loss weight</source>
        <translation>손실 비중</translation>
    </message>
    <message>
        <source>Initial slopes</source>
        <translation>초기 기울기</translation>
    </message>
    <message>
        <source>Slope penalty</source>
        <translation>기울기 규제</translation>
    </message>
    <message>
        <source>Slope limit</source>
        <translation>기울기 제한</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>조각 수</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>Strides</source>
        <translation>스트라이드</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>팽창</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>그룹 수</translation>
    </message>
    <message>
        <source>Per channel</source>
        <translation>채널당 수</translation>
    </message>
    <message>
        <source>Initial depth weights</source>
        <translation>초기 깊이별 가중치</translation>
    </message>
    <message>
        <source>Depth penalty</source>
        <translation>깊이별 규제</translation>
    </message>
    <message>
        <source>Depth limit</source>
        <translation>깊이별 제한</translation>
    </message>
    <message>
        <source>Initial point weights</source>
        <translation>초기 점별 가중치</translation>
    </message>
    <message>
        <source>Point penalty</source>
        <translation>점별 규제</translation>
    </message>
    <message>
        <source>Point limit</source>
        <translation>점별 제한</translation>
    </message>
    <message>
        <source>Output padding</source>
        <translation>출력 패딩</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>풀 크기</translation>
    </message>
    <message>
        <source>Keep axes</source>
        <translation>축 유지</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>모든 스텝</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>역방향</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Recurrent dropout</source>
        <translation>순환 드롭아웃</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>펼치기</translation>
    </message>
    <message>
        <source>Initial recurrent</source>
        <translation>초기 순환 가중치</translation>
    </message>
    <message>
        <source>Recurrent penalty</source>
        <translation>순환 규제</translation>
    </message>
    <message>
        <source>Recurrent limit</source>
        <translation>순환 제한</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>게이트</translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation>망각 편향</translation>
    </message>
    <message>
        <source>Reset after</source>
        <translation>리셋 위치</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>From the end</source>
        <translation>끝에서부터</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>헤드 수</translation>
    </message>
    <message>
        <source>Key size</source>
        <translation>키 크기</translation>
    </message>
    <message>
        <source>Value size</source>
        <translation>값 크기</translation>
    </message>
    <message>
        <source>Answer sizes</source>
        <translation>답의 크기</translation>
    </message>
    <message>
        <source>Along axes</source>
        <translation>보는 축</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>게이트</translation>
    </message>
    <message>
        <source>Only the past</source>
        <translation>과거만 보기</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>어휘 수</translation>
    </message>
    <message>
        <source>Vector size</source>
        <translation>벡터 크기</translation>
    </message>
    <message>
        <source>Mask zero</source>
        <translation>0 가리기</translation>
    </message>
    <message>
        <source>Initial vectors</source>
        <translation>초기 벡터</translation>
    </message>
    <message>
        <source>Vector penalty</source>
        <translation>벡터 규제</translation>
    </message>
    <message>
        <source>Vector limit</source>
        <translation>벡터 제한</translation>
    </message>
    <message>
        <source>Add beta</source>
        <translation>베타 더하기</translation>
    </message>
    <message>
        <source>Initial beta</source>
        <translation>초기 베타</translation>
    </message>
    <message>
        <source>Initial gamma</source>
        <translation>초기 감마</translation>
    </message>
    <message>
        <source>Initial mean</source>
        <translation>초기 평균</translation>
    </message>
    <message>
        <source>Initial variance</source>
        <translation>초기 분산</translation>
    </message>
    <message>
        <source>Beta penalty</source>
        <translation>베타 규제</translation>
    </message>
    <message>
        <source>Gamma penalty</source>
        <translation>감마 규제</translation>
    </message>
    <message>
        <source>Beta limit</source>
        <translation>베타 제한</translation>
    </message>
    <message>
        <source>Gamma limit</source>
        <translation>감마 제한</translation>
    </message>
    <message>
        <source>Renorm</source>
        <translation>재정규화</translation>
    </message>
    <message>
        <source>Renorm momentum</source>
        <translation>재정규화 모멘텀</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>함께 끄기</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>보간법</translation>
    </message>
    <message>
        <source>Cropping</source>
        <translation>자르기</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>축</translation>
    </message>
    <message>
        <source>Normalize</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>더할 값</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>분산</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>역변환</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Crop to ratio</source>
        <translation>비율대로 자르기</translation>
    </message>
    <message>
        <source>Pad to ratio</source>
        <translation>비율대로 채우기</translation>
    </message>
    <message>
        <source>Fill value</source>
        <translation>채울 값</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>매끄럽게</translation>
    </message>
    <message>
        <source>At the edge</source>
        <translation>가장자리</translation>
    </message>
    <message>
        <source>Value range</source>
        <translation>값의 범위</translation>
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
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Choose from the columns of the data</source>
        <translation>데이터의 열에서 고르기</translation>
    </message>
</context>
<context>
    <name>LabelsControls</name>
    <message>
        <source>the file with the answers</source>
        <translation>정답 파일</translation>
    </message>
    <message>
        <source>The answers are in</source>
        <translation>정답이 있는 파일</translation>
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
    <name>LayerCurves</name>
    <message>
        <source>Figures of the layers over the epochs</source>
        <translation>에포크에 따른 층의 수치</translation>
    </message>
    <message>
        <source>Curves appear here as the layers learn</source>
        <translation>층이 학습하면 여기에 곡선이 나타납니다</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>에포크 {epoch}</translation>
    </message>
</context>
<context>
    <name>LayerFold</name>
    <message>
        <source>{0} layers</source>
        <translation>층 {0}개</translation>
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
        <source>{0} layers: {1}</source>
        <translation>층 {0}개: {1}</translation>
    </message>
    <message>
        <source>{0} layers</source>
        <translation>층 {0}개</translation>
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
    <name>LayerList</name>
    <message>
        <source>and {0} more</source>
        <translation>외 {0}개</translation>
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
        <source>output spread</source>
        <translation>출력 퍼짐</translation>
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
    <message>
        <source>curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>One line a layer over the epochs, instead of the table</source>
        <translation>표 대신 층마다 에포크에 따른 선 하나</translation>
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
    <name>Lessons</name>
    <message>
        <source>{0} to {1}</source>
        <translation>{0}~{1}</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>{0} 이하</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>{0} 이상</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
</context>
<context>
    <name>LessonsTab</name>
    <message>
        <source>All lessons</source>
        <translation>모든 수업</translation>
    </message>
    <message>
        <source>Next: {0}</source>
        <translation>다음: {0}</translation>
    </message>
    <message>
        <source>Each opens a project of its own, with a text beside it and a result to reach.</source>
        <translation>하나하나가 설명과 이를 결과가 있는 프로젝트를 엽니다.</translation>
    </message>
</context>
<context>
    <name>LineView</name>
    <message>
        <source>Answer along the input</source>
        <translation>입력에 따른 답</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>답</translation>
    </message>
</context>
<context>
    <name>LookingInside</name>
    <message>
        <source>Choose a unit first: click one on the diagram</source>
        <translation>먼저 유닛을 고르세요: 다이어그램에서 하나를 클릭하면 됩니다</translation>
    </message>
    <message>
        <source>{0}: U looks into it, M mutes it</source>
        <translation>{0}: U는 들여다보기, M은 음소거</translation>
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
        <source>New empty diagram</source>
        <translation>빈 다이어그램 새로 만들기</translation>
    </message>
    <message>
        <source>New from template…</source>
        <translation>템플릿으로 새로 만들기…</translation>
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
        <source>Import model…</source>
        <translation>모델 가져오기…</translation>
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
        <source>Export diagram…</source>
        <translation>다이어그램 내보내기…</translation>
    </message>
    <message>
        <source>Copy diagram as picture</source>
        <translation>다이어그램을 그림으로 복사</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>이 목록 지우기</translation>
    </message>
    <message>
        <source>No project was opened or saved yet</source>
        <translation>아직 열거나 저장한 프로젝트가 없습니다</translation>
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
        <source>Race…</source>
        <translation>경주…</translation>
    </message>
    <message>
        <source>Keep the answers when the network is edited</source>
        <translation>네트워크를 고쳐도 답 유지</translation>
    </message>
    <message>
        <source>Play the run</source>
        <translation>실행 재생</translation>
    </message>
    <message>
        <source>Back to the present</source>
        <translation>현재로 돌아가기</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>Memory for the epochs of a run</source>
        <translation>실행의 에포크를 위한 메모리</translation>
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
        <source>Actual size</source>
        <translation>실제 크기</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>선택한 것에 맞춰 확대</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제 목록</translation>
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
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>설명서</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>키보드와 마우스</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Manual</source>
        <translation>설명서</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>쪽</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>true</source>
        <translation>참값</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>of all {name}</source>
        <translation>{name} 전체에서</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>표본</translation>
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
    <name>MethodSection</name>
    <message>
        <source>none yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>{0} (found by its size)</source>
        <translation>{0} (크기로 찾음)</translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
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
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Cosine similarity</source>
        <translation>코사인 유사도</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>Generator loss</source>
        <translation>생성자 손실</translation>
    </message>
    <message>
        <source>Real found</source>
        <translation>진짜 식별률</translation>
    </message>
    <message>
        <source>Generated found</source>
        <translation>생성 식별률</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>보상 합계</translation>
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
    <name>Minimap</name>
    <message>
        <source>Map of the diagram</source>
        <translation>다이어그램 지도</translation>
    </message>
    <message>
        <source>Click or drag to see another part</source>
        <translation>클릭하거나 끌어서 다른 부분 보기</translation>
    </message>
</context>
<context>
    <name>ModelFiles</name>
    <message>
        <source>Opened {0}: {1} layers, {2} weights</source>
        <translation>{0} 열림: 층 {1}개, 가중치 {2}개</translation>
    </message>
    <message>
        <source>The file has no weights: the network starts from new ones</source>
        <translation>파일에 가중치가 없어 새 가중치로 시작합니다</translation>
    </message>
    <message>
        <source>Choose data to train it</source>
        <translation>학습하려면 데이터를 고르세요</translation>
    </message>
</context>
<context>
    <name>MosaicPage</name>
    <message>
        <source>Choose the input channel that is shown</source>
        <translation>보여 줄 입력 채널을 고릅니다</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{total}개 중 {shown}개</translation>
    </message>
    <message>
        <source>Mean of channels</source>
        <translation>채널 평균</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>채널 {number}</translation>
    </message>
</context>
<context>
    <name>MosaicView</name>
    <message>
        <source>Filters of the layer</source>
        <translation>층의 필터</translation>
    </message>
    <message>
        <source>unit {number}</source>
        <translation>유닛 {number}</translation>
    </message>
    <message>
        <source>filter {number}</source>
        <translation>필터 {number}</translation>
    </message>
    <message>
        <source>channel {channel}, step {step}</source>
        <translation>채널 {channel}, 스텝 {step}</translation>
    </message>
    <message>
        <source>slice {slice}, row {row}, column {column}</source>
        <translation>단면 {slice}, {row}행 {column}열</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>{row}행 {column}열</translation>
    </message>
</context>
<context>
    <name>MutingCard</name>
    <message>
        <source>unmute</source>
        <translation>음소거 해제</translation>
    </message>
    <message>
        <source>Hear all units again</source>
        <translation>모든 유닛의 음소거 해제</translation>
    </message>
    <message>
        <source>Hold the output of the muted units at 0, or at its mean over the training rows: then only what tells one sample from another is lost</source>
        <translation>음소거한 유닛의 출력을 0으로, 또는 훈련 행 평균으로 묶습니다. 평균으로 묶으면 샘플을 구별하는 정보만 사라집니다</translation>
    </message>
    <message>
        <source>Muting changes no weights; training goes on with all units.</source>
        <translation>음소거는 가중치를 바꾸지 않습니다. 학습은 모든 유닛으로 계속됩니다.</translation>
    </message>
    <message>
        <source>Without 1 unit</source>
        <translation>유닛 1개 없이</translation>
    </message>
    <message>
        <source>Without {0} units</source>
        <translation>유닛 {0}개 없이</translation>
    </message>
    <message>
        <source>held at 0</source>
        <translation>0으로 묶음</translation>
    </message>
    <message>
        <source>held at its mean</source>
        <translation>평균으로 묶음</translation>
    </message>
</context>
<context>
    <name>MutingFigures</name>
    <message>
        <source>With and without the muted units</source>
        <translation>음소거한 유닛이 있을 때와 없을 때</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>모두 맞음</translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation>평균 오차</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>재는 중…</translation>
    </message>
    <message>
        <source>all units</source>
        <translation>모든 유닛</translation>
    </message>
    <message>
        <source>without</source>
        <translation>없을 때</translation>
    </message>
    <message>
        <source>change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>{answer} for {truth}</source>
        <translation>{truth}을(를) {answer}(으)로</translation>
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
        <source>{0} {1}</source>
        <translation>{1} {0}개</translation>
    </message>
    <message>
        <source>No problems: it can be trained</source>
        <translation>문제 없음: 학습할 수 있습니다</translation>
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
    <name>NumbersText</name>
    <message>
        <source>Numbers of the sample</source>
        <translation>표본의 숫자들</translation>
    </message>
</context>
<context>
    <name>NumbersView</name>
    <message>
        <source>row {row}</source>
        <translation>{row}행</translation>
    </message>
    <message>
        <source>true</source>
        <translation>참값</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>잔차</translation>
    </message>
</context>
<context>
    <name>OneStep</name>
    <message>
        <source>The sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>The loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>{layer}: weighted sums</source>
        <translation>{layer}: 가중합</translation>
    </message>
    <message>
        <source>{layer}: activations</source>
        <translation>{layer}: 활성화</translation>
    </message>
    <message>
        <source>{layer}: back to the sums</source>
        <translation>{layer}: 가중합으로 역전파</translation>
    </message>
    <message>
        <source>{layer}: gradients</source>
        <translation>{layer}: 기울기</translation>
    </message>
    <message>
        <source>{layer}: new weights</source>
        <translation>{layer}: 새 가중치</translation>
    </message>
    <message>
        <source>One sample of the training part, prepared as the network gets it.</source>
        <translation>학습 데이터의 샘플 하나를 네트워크가 받는 그대로 준비한 것입니다.</translation>
    </message>
    <message>
        <source>How far the answer a is from the target y. Training makes this number smaller.</source>
        <translation>출력 a가 목표 y에서 얼마나 떨어져 있는지입니다. 학습은 이 숫자를 줄입니다.</translation>
    </message>
    <message>
        <source>Each unit multiplies what comes in by its weights, and adds its bias.</source>
        <translation>각 유닛은 들어오는 값에 가중치를 곱해 더하고 편향을 더합니다.</translation>
    </message>
    <message>
        <source>Each sum goes through the activation function: that is the unit&apos;s answer.</source>
        <translation>각 가중합이 활성화 함수를 지나 유닛의 출력이 됩니다.</translation>
    </message>
    <message>
        <source>How the loss changes with a weight: what came in, times what came back.</source>
        <translation>가중치에 따라 손실이 변하는 정도: 들어온 값 곱하기 되돌아온 값입니다.</translation>
    </message>
    <message>
        <source>{optimizer} moves each weight against its gradient. The network itself stays as it is.</source>
        <translation>{optimizer}가 각 가중치를 기울기의 반대 방향으로 옮깁니다. 네트워크 자체는 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>How the loss changes with each answer and, by the chain rule, with each sum.</source>
        <translation>출력에 따라, 그리고 연쇄 법칙에 따라 가중합에 따라 손실이 변하는 정도입니다.</translation>
    </message>
    <message>
        <source>The change of the loss comes back through every weight that leads out of the unit.</source>
        <translation>손실의 변화가 유닛에서 나가는 모든 가중치를 거쳐 되돌아옵니다.</translation>
    </message>
</context>
<context>
    <name>OneStepPane</name>
    <message>
        <source>One step</source>
        <translation>한 단계</translation>
    </message>
    <message>
        <source>The sample before (Page Up)</source>
        <translation>이전 샘플 (Page Up)</translation>
    </message>
    <message>
        <source>The next sample (Page Down)</source>
        <translation>다음 샘플 (Page Down)</translation>
    </message>
    <message>
        <source>To the sample (Home)</source>
        <translation>샘플로 (Home)</translation>
    </message>
    <message>
        <source>One back (←)</source>
        <translation>하나 뒤로 (←)</translation>
    </message>
    <message>
        <source>On (→)</source>
        <translation>앞으로 (→)</translation>
    </message>
    <message>
        <source>To the end (End)</source>
        <translation>끝으로 (End)</translation>
    </message>
    <message>
        <source>Sample {0} of {1}</source>
        <translation>샘플 {0} / {1}</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>{0}. What it was before it was saved last is in {1}</source>
        <translation>{0}. 마지막 저장 직전의 내용은 {1}에 있습니다</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search {0} layers</source>
        <translation>층 {0}종 검색</translation>
    </message>
    <message>
        <source>Title, Keras name or family of a layer; Enter adds the first one found.</source>
        <translation>층의 이름, Keras 이름 또는 종류로 찾습니다. Enter를 누르면 처음 찾은 층을 추가합니다.</translation>
    </message>
    <message>
        <source>what comes in</source>
        <translation>들어오는 값</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>네트워크의 답</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>외 {0}개</translation>
    </message>
    <message>
        <source>No layer is called so.</source>
        <translation>그런 이름의 층이 없습니다.</translation>
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
        <source>Runs</source>
        <translation>실행 기록</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>한 단계</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>평가</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>써 보기</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Decision surface</source>
        <translation>결정 경계</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>생성된 표본</translation>
    </message>
    <message>
        <source>Game</source>
        <translation>게임</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
</context>
<context>
    <name>PanesFeed</name>
    <message>
        <source>The decision surface needs data with one or two inputs.</source>
        <translation>결정 경계는 입력이 하나나 둘인 데이터에서 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>real</source>
        <translation>진짜</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>Validation rows</source>
        <translation>검증 행</translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation>테스트 행</translation>
    </message>
    <message>
        <source>Share in %</source>
        <translation>비율(%)</translation>
    </message>
    <message>
        <source>a file of its own</source>
        <translation>별도 파일</translation>
    </message>
    <message>
        <source>a share of the rows</source>
        <translation>전체 행의 일부</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>a folder of its own</source>
        <translation>별도 폴더</translation>
    </message>
    <message>
        <source>as a column says</source>
        <translation>열에 적힌 대로</translation>
    </message>
    <message>
        <source>{0} · auto</source>
        <translation>{0} · 자동</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
</context>
<context>
    <name>PartsPage</name>
    <message>
        <source>Training: {0}</source>
        <translation>훈련: {0}</translation>
    </message>
    <message>
        <source>Validation: {0}</source>
        <translation>검증: {0}</translation>
    </message>
    <message>
        <source>Test: {0}</source>
        <translation>테스트: {0}</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Rows that are never trained on: after each epoch they tell how well it goes.</source>
        <translation>학습에 쓰지 않는 행으로, 에포크마다 얼마나 잘되는지 알려 줍니다.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Rows kept for one last judgement when all is done.</source>
        <translation>모두 끝난 뒤 마지막으로 평가하려고 남겨 두는 행입니다.</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>어느 행인가</translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>Add a layer</source>
        <translation>층 추가</translation>
    </message>
    <message>
        <source>Add a layer behind {0}</source>
        <translation>{0} 뒤에 층 추가</translation>
    </message>
    <message>
        <source>Kind of layer</source>
        <translation>층의 종류</translation>
    </message>
    <message>
        <source>Select the layers to link from first</source>
        <translation>먼저 연결을 시작할 층을 선택하세요</translation>
    </message>
    <message>
        <source>Link {0} layers to</source>
        <translation>층 {0}개에서 연결할 층</translation>
    </message>
    <message>
        <source>Link {0} to</source>
        <translation>{0}에서 연결할 층</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Select a layer that has links first</source>
        <translation>먼저 연결이 있는 층을 선택하세요</translation>
    </message>
    <message>
        <source>Delete a link</source>
        <translation>연결 삭제</translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>Pictures of the data</source>
        <translation>데이터의 그림</translation>
    </message>
</context>
<context>
    <name>PicturePage</name>
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
        <source>A series of two waves and some noise; to be forecast: the step after the last 24.</source>
        <translation>두 물결과 약간의 잡음으로 된 시계열. 예측할 것은 마지막 24단계 다음 값입니다.</translation>
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
    <message>
        <source>A game: a ball falls on a board of 8 × 8, to be caught. It is learned by playing.</source>
        <translation>게임: 8 × 8 판에서 떨어지는 공을 받습니다. 직접 해 보면서 배웁니다.</translation>
    </message>
    <message>
        <source>Exercises of 20 men in a club; to be predicted: weight, waist and pulse at once.</source>
        <translation>헬스클럽 남성 20명의 운동 기록; 체중, 허리둘레, 맥박을 한꺼번에 예측합니다.</translation>
    </message>
    <message>
        <source>Show the pictures of one class</source>
        <translation>한 클래스의 그림만 보기</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>모든 클래스</translation>
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
    <name>Places</name>
    <message>
        <source>Places in the race</source>
        <translation>경주 순위</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>외 {count}개</translation>
    </message>
</context>
<context>
    <name>PrecisionView</name>
    <message>
        <source>Precision–recall</source>
        <translation>정밀도–재현율</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>정밀도</translation>
    </message>
</context>
<context>
    <name>PredictedView</name>
    <message>
        <source>Predicted and true</source>
        <translation>예측과 참값</translation>
    </message>
    <message>
        <source>true</source>
        <translation>참값</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
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
        <source>off by</source>
        <translation>오차</translation>
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
        <source>the sample itself</source>
        <translation>입력 그대로</translation>
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
    <name>PreparationPage</name>
    <message>
        <source>What is asked</source>
        <translation>무엇을 묻는가</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>문제 유형</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Done from top to bottom, with figures of the training rows alone. What no step does is done as usual: missing numbers become the median, text is one-hot, and all other numbers are scaled.</source>
        <translation>위에서 아래로, 훈련 행에서 구한 값만으로 처리합니다. 단계에 없는 것은 기본 방식대로 합니다. 빈 숫자는 중앙값으로 채우고, 글자는 원-핫으로, 나머지 숫자는 스케일을 맞춥니다.</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>스케일링</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>클래스 균형</translation>
    </message>
    <message>
        <source>Uneven classes</source>
        <translation>고르지 않은 클래스</translation>
    </message>
    <message>
        <source>{0} · auto</source>
        <translation>{0} · 자동</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>자동</translation>
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
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외됨</translation>
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
        <source>Preview; Enter asks what a column is for</source>
        <translation>미리 보기; Enter를 누르면 열의 쓰임새를 고릅니다</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기(Esc)</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>문제 없음</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Nothing is in the way of training</source>
        <translation>학습을 막는 것이 없습니다</translation>
    </message>
</context>
<context>
    <name>ProblemPill</name>
    <message>
        <source>Show all problems</source>
        <translation>모든 문제 보기</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>1 problem</source>
        <translation>문제 1개</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>문제 {0}개</translation>
    </message>
    <message>
        <source>1 caution</source>
        <translation>주의 1개</translation>
    </message>
    <message>
        <source>{0} cautions</source>
        <translation>주의 {0}개</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>정지</translation>
    </message>
</context>
<context>
    <name>ProjectSaver</name>
    <message>
        <source>{0} is open in another window: save it under another name</source>
        <translation>{0}이(가) 다른 창에서 열려 있습니다. 다른 이름으로 저장하세요</translation>
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
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>What stands there now is kept beside it as a backup if you save over it.</source>
        <translation>덮어써도 지금 있는 파일은 그 옆에 백업으로 남습니다.</translation>
    </message>
    <message>
        <source>Save here all the same</source>
        <translation>그래도 여기에 저장</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Everything else can be saved without it.</source>
        <translation>나머지는 그것 없이 저장할 수 있습니다.</translation>
    </message>
    <message>
        <source>Save the rest</source>
        <translation>나머지 저장</translation>
    </message>
    <message>
        <source>{0} is open in another window: save under another name</source>
        <translation>{0} 파일이 다른 창에 열려 있습니다. 다른 이름으로 저장하세요</translation>
    </message>
</context>
<context>
    <name>Race</name>
    <message>
        <source>Batch gradient descent</source>
        <translation>배치 경사 하강법</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>wider</source>
        <translation>더 넓게</translation>
    </message>
    <message>
        <source>deeper</source>
        <translation>더 깊게</translation>
    </message>
    <message>
        <source>wider and deeper</source>
        <translation>더 넓고 깊게</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>RaceDialog</name>
    <message>
        <source>Race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>Start the race</source>
        <translation>경주 시작</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>A fair race</source>
        <translation>공정한 경주</translation>
    </message>
    <message>
        <source>Several runs that differ in one thing, trained side by side, on shared axes.</source>
        <translation>한 가지만 다른 여러 실행을 같은 축 위에서 나란히 학습합니다.</translation>
    </message>
    <message>
        <source>Differ in</source>
        <translation>다르게 할 것</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Numbers, separated by commas</source>
        <translation>쉼표로 나눈 숫자</translation>
    </message>
    <message>
        <source>Otherwise all of them take the learning rate of the recipe</source>
        <translation>끄면 모두 학습 설정의 학습률을 씁니다</translation>
    </message>
    <message>
        <source>the usual one of each optimizer</source>
        <translation>옵티마이저마다 흔히 쓰는 값</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크 수</translation>
    </message>
    <message>
        <source>How long each is trained</source>
        <translation>각각 얼마나 학습할지</translation>
    </message>
    <message>
        <source>{0} runs of {1} epochs each, from the same initial weights, with the same order of the rows.</source>
        <translation>{1} 에포크씩 실행 {0}개, 같은 초기 가중치와 같은 행 순서로.</translation>
    </message>
    <message>
        <source>{0} runs of {1} epochs each, with the same order of the rows. Their weights start apart.</source>
        <translation>{1} 에포크씩 실행 {0}개, 같은 행 순서로. 초기 가중치는 서로 다릅니다.</translation>
    </message>
</context>
<context>
    <name>RacePanel</name>
    <message>
        <source>Pause the race</source>
        <translation>경주 일시 정지</translation>
    </message>
    <message>
        <source>End the race; what was learned stays</source>
        <translation>경주를 끝냅니다. 배운 것은 남습니다</translation>
    </message>
    <message>
        <source>Go on with the race</source>
        <translation>경주 이어 가기</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>{0} 기준</translation>
    </message>
    <message>
        <source>by val. {0}</source>
        <translation>검증 {0} 순</translation>
    </message>
    <message>
        <source>{0} of {1} built</source>
        <translation>{1}개 중 {0}개 만듦</translation>
    </message>
    <message>
        <source>over, {0}</source>
        <translation>끝남, {0}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>{0} of {1} done</source>
        <translation>{1}개 중 {0}개 완료</translation>
    </message>
</context>
<context>
    <name>Racing</name>
    <message>
        <source>A race needs a network and data that can be trained: solve the problems first</source>
        <translation>경주에는 학습할 수 있는 네트워크와 데이터가 필요합니다. 먼저 문제를 해결하세요</translation>
    </message>
    <message>
        <source>Race {0}: {1}</source>
        <translation>경주 {0}: {1}</translation>
    </message>
    <message>
        <source>The race is paused: Train goes on with it, each variant exactly where it was</source>
        <translation>경주를 멈췄습니다. 학습을 누르면 변형마다 멈춘 바로 그 자리에서 이어 갑니다</translation>
    </message>
    <message>
        <source>The race was ended; the runs so far are kept</source>
        <translation>경주를 끝냈습니다. 지금까지의 실행은 남아 있습니다</translation>
    </message>
    <message>
        <source>The race ended: {0}</source>
        <translation>경주가 끝났습니다: {0}</translation>
    </message>
    <message>
        <source>All epochs and weights are kept.</source>
        <translation>에포크와 가중치가 모두 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>The epochs are kept, the weights as they were when the race was paused or saved last.</source>
        <translation>에포크는 보관되어 있고, 가중치는 경주를 마지막으로 멈추거나 저장한 때의 것입니다.</translation>
    </message>
    <message>
        <source>The epochs are kept, the weights are lost.</source>
        <translation>에포크는 보관되어 있지만 가중치는 사라졌습니다.</translation>
    </message>
    <message>
        <source>The race is over. {0}</source>
        <translation>경주가 끝났습니다. {0}</translation>
    </message>
</context>
<context>
    <name>ReadingRow</name>
    <message>
        <source>A row is</source>
        <translation>한 행은</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>시트</translation>
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
        <source>an example</source>
        <translation>한 사례</translation>
    </message>
    <message>
        <source>a moment in time</source>
        <translation>한 시점</translation>
    </message>
    <message>
        <source>the pixels of a picture</source>
        <translation>그림 하나의 픽셀</translation>
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
        <source>F1 score</source>
        <translation>F1 점수</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>generator loss</source>
        <translation>생성자 손실</translation>
    </message>
    <message>
        <source>real accuracy</source>
        <translation>진짜 식별률</translation>
    </message>
    <message>
        <source>fake accuracy</source>
        <translation>생성 식별률</translation>
    </message>
    <message>
        <source>return</source>
        <translation>보상 합계</translation>
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
        <source>Precision and recall in one number (F1); of several classes, the mean of theirs.</source>
        <translation>정밀도와 재현율을 하나로 나타낸 값(F1)입니다. 클래스가 여럿이면 클래스별 값의 평균입니다.</translation>
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
        <source>From answers</source>
        <translation>정답으로</translation>
    </message>
    <message>
        <source>It learns from samples with their answers: the answers are to come near them.</source>
        <translation>답이 있는 표본에서 배웁니다. 네트워크의 답이 그 답에 가까워져야 합니다.</translation>
    </message>
    <message>
        <source>Adversarial (GAN)</source>
        <translation>적대적 학습(GAN)</translation>
    </message>
    <message>
        <source>A generator makes samples of noise, a discriminator learns to tell them from those of the data.</source>
        <translation>생성자는 잡음에서 표본을 만들고, 판별자는 그것을 데이터의 표본과 가려내기를 배웁니다.</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>생성된 표본</translation>
    </message>
    <message>
        <source>The layer whose answer is a generated sample: the generator ends there, the discriminator begins.</source>
        <translation>생성된 표본을 답하는 층입니다. 생성자는 여기서 끝나고 판별자는 여기서 시작합니다.</translation>
    </message>
    <message>
        <source>Contrastive divergence (RBM)</source>
        <translation>대조 발산 (RBM)</translation>
    </message>
    <message>
        <source>Dense layers learn as restricted Boltzmann machines: what they dream is to become like what they see.</source>
        <translation>Dense 층들이 제한 볼츠만 머신으로 배웁니다. 꿈꾸는 것이 보는 것과 닮아 갑니다.</translation>
    </message>
    <message>
        <source>Gibbs steps</source>
        <translation>깁스 단계</translation>
    </message>
    <message>
        <source>How often a machine goes down and up again before its dream is compared with what it saw (k of CD-k).</source>
        <translation>꿈을 본 것과 비교하기 전에 머신이 내려갔다 올라오는 횟수입니다(CD-k의 k).</translation>
    </message>
    <message>
        <source>Q-learning (DQN)</source>
        <translation>Q 학습(DQN)</translation>
    </message>
    <message>
        <source>The network plays a game and learns what each move is worth from the rewards that follow.</source>
        <translation>네트워크가 게임을 하면서, 뒤따르는 보상으로 수마다 얼마나 값진지 배웁니다.</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>할인율</translation>
    </message>
    <message>
        <source>What a reward one move later is worth.</source>
        <translation>한 수 뒤에 받는 보상이 지금 얼마나 값진지입니다.</translation>
    </message>
    <message>
        <source>Exploration</source>
        <translation>탐험</translation>
    </message>
    <message>
        <source>The share of moves made at random while it learns.</source>
        <translation>배우는 동안 무작위로 두는 수의 비율입니다.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>기억</translation>
    </message>
    <message>
        <source>How many of the last moves it remembers, to learn from.</source>
        <translation>배우는 데 쓰려고 기억하는 최근 수의 개수입니다.</translation>
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
        <source>How it learns: from answers, or in a way of its own, with a step of its own.</source>
        <translation>어떻게 배우는지를 정합니다. 답에서 배우거나, 고유한 스텝으로 배웁니다.</translation>
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
    <message>
        <source>Method</source>
        <translation>학습 방법</translation>
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
    <name>Recovery</name>
    <message>
        <source>Work that was left behind cannot be read by this nnviz; it stays where it is, in {0}</source>
        <translation>남겨진 작업을 이 nnviz로는 읽을 수 없습니다. {0}에 그대로 둡니다</translation>
    </message>
    <message>
        <source>Recovered the work on {0} as of {1}. It is not saved yet</source>
        <translation>{1} 시점의 {0} 작업을 복구했습니다. 아직 저장하지 않았습니다</translation>
    </message>
    <message>
        <source>{0} metrics or weights of earlier runs are gone with the file that they stood in</source>
        <translation>이전 실행의 지표나 가중치 {0}개는 들어 있던 파일과 함께 사라졌습니다</translation>
    </message>
    <message>
        <source>The work on {0} was taken up by another window</source>
        <translation>{0} 작업은 다른 창에서 이어받았습니다</translation>
    </message>
    <message>
        <source>The work on {0} cannot be read: {1}</source>
        <translation>{0} 작업을 읽을 수 없습니다: {1}</translation>
    </message>
</context>
<context>
    <name>RecoveryBanner</name>
    <message>
        <source>Work that was not saved</source>
        <translation>저장하지 않은 작업</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>다음에 시작할 때 다시 묻기</translation>
    </message>
    <message>
        <source>Unsaved work on {0}</source>
        <translation>저장하지 않은 작업: {0}</translation>
    </message>
    <message>
        <source>nnviz ended unexpectedly. It was kept as of {0}.</source>
        <translation>nnviz가 예기치 않게 종료되었습니다. {0} 시점의 작업이 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>nnviz ended unexpectedly. It was kept as of {0}, with a run of {1} epochs.</source>
        <translation>nnviz가 예기치 않게 종료되었습니다. {0} 시점의 작업이 {1}에포크의 실행과 함께 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>nnviz ended unexpectedly. It was kept as of {0}, with {1} runs of {2} epochs in all.</source>
        <translation>nnviz가 예기치 않게 종료되었습니다. {0} 시점의 작업이 실행 {1}개(모두 {2}에포크)와 함께 보관되어 있습니다.</translation>
    </message>
</context>
<context>
    <name>RenameField</name>
    <message>
        <source>Name of the layer</source>
        <translation>층 이름</translation>
    </message>
</context>
<context>
    <name>RepeatSheet</name>
    <message>
        <source>How many times</source>
        <translation>몇 번</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>되풀이</translation>
    </message>
    <message>
        <source>Repeat the part</source>
        <translation>이 부분을</translation>
    </message>
    <message>
        <source>times</source>
        <translation>번 반복</translation>
    </message>
</context>
<context>
    <name>ResidualsView</name>
    <message>
        <source>Residuals</source>
        <translation>잔차</translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation>평균 {value}</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>predicted − true</source>
        <translation>예측 − 참값</translation>
    </message>
</context>
<context>
    <name>ResponseFigure</name>
    <message>
        <source>Response over the data</source>
        <translation>데이터에 대한 반응</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>재는 중…</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0}행</translation>
    </message>
    <message>
        <source>{0} of {1} rows</source>
        <translation>{1}행 중 {0}행</translation>
    </message>
    <message>
        <source>always {0}</source>
        <translation>항상 {0}</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0}~{1}</translation>
    </message>
</context>
<context>
    <name>RocView</name>
    <message>
        <source>ROC curve</source>
        <translation>ROC 곡선</translation>
    </message>
    <message>
        <source>false positive rate</source>
        <translation>거짓 양성 비율</translation>
    </message>
    <message>
        <source>true positive rate</source>
        <translation>참 양성 비율</translation>
    </message>
</context>
<context>
    <name>RowFields</name>
    <message>
        <source>(empty)</source>
        <translation>(비어 있음)</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Rows of the data</source>
        <translation>데이터의 행</translation>
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
        <source>The engine is busy with a long piece of work. Stop ends it; nothing is lost.</source>
        <translation>엔진이 오래 걸리는 작업을 하고 있습니다. 정지를 누르면 끝나며, 잃는 것은 없습니다.</translation>
    </message>
    <message>
        <source>A race is run on {0}</source>
        <translation>{0}에서 경주 중</translation>
    </message>
    <message>
        <source>Reading the data, {0} %</source>
        <translation>데이터를 읽는 중, {0} %</translation>
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
        <source>Exported to {0} without what is damaged ({1}): {2}</source>
        <translation>손상된 부분({1}개)을 빼고 {0}에 내보냈습니다: {2}</translation>
    </message>
    <message>
        <source>Loading the data was stopped: everything is as it was</source>
        <translation>데이터 불러오기를 멈췄습니다. 모두 이전 그대로입니다</translation>
    </message>
</context>
<context>
    <name>RunFiles</name>
    <message>
        <source>Save the epochs of all runs</source>
        <translation>모든 실행의 에포크 저장</translation>
    </message>
    <message>
        <source>Save the table of the runs</source>
        <translation>실행 표 저장</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>Save the curves of the runs</source>
        <translation>실행 곡선 저장</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>그림 (*.png)</translation>
    </message>
    <message>
        <source>A folder for the TensorBoard logs</source>
        <translation>TensorBoard 로그를 둘 폴더</translation>
    </message>
    <message>
        <source>The engine is starting: try again in a moment</source>
        <translation>엔진이 시작하는 중입니다. 잠시 뒤 다시 해 보세요</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>val. {0}</source>
        <translation>검증 {0}</translation>
    </message>
    <message>
        <source>{0} pp</source>
        <translation>{0} %p</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>학습 설정</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Goes on from</source>
        <translation>이어 받은 곳</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Run {0}</source>
        <translation>실행 {0}</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>engine killed</source>
        <translation>엔진 종료됨</translation>
    </message>
    <message>
        <source>engine hung</source>
        <translation>엔진 응답 없음</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>시작 못 함</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Best {0}</source>
        <translation>최고 {0}</translation>
    </message>
    <message>
        <source>Val. {0}</source>
        <translation>검증 {0}</translation>
    </message>
    <message>
        <source>Best val. {0}</source>
        <translation>최고 검증 {0}</translation>
    </message>
    <message>
        <source>Test {0}</source>
        <translation>테스트 {0}</translation>
    </message>
    <message>
        <source>{0} on the training part after the last epoch</source>
        <translation>마지막 에포크 뒤 훈련 부분의 {0}</translation>
    </message>
    <message>
        <source>The best {0} on the training part after any epoch</source>
        <translation>모든 에포크 중 훈련 부분의 가장 좋은 {0}</translation>
    </message>
    <message>
        <source>{0} on the validation part after the last epoch</source>
        <translation>마지막 에포크 뒤 검증 부분의 {0}</translation>
    </message>
    <message>
        <source>The best {0} on the validation part after any epoch</source>
        <translation>모든 에포크 중 검증 부분의 가장 좋은 {0}</translation>
    </message>
    <message>
        <source>{0} on the test part, measured once at the end</source>
        <translation>끝에 한 번 잰 테스트 부분의 {0}</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>Passes over the training part</source>
        <translation>훈련 부분을 지나간 횟수</translation>
    </message>
    <message>
        <source>How long it was trained, pauses left out</source>
        <translation>쉰 시간을 뺀 학습 시간</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>How it came to rest</source>
        <translation>어떻게 멈췄는지</translation>
    </message>
    <message>
        <source>The layers between input and output</source>
        <translation>입력과 출력 사이의 층</translation>
    </message>
    <message>
        <source>Optimizer, learning rate, batch size</source>
        <translation>옵티마이저, 학습률, 배치 크기</translation>
    </message>
    <message>
        <source>All weights and biases of the network</source>
        <translation>네트워크의 모든 가중치와 편향</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>When it was begun</source>
        <translation>언제 시작했는지</translation>
    </message>
    <message>
        <source>From</source>
        <translation>이어 받음</translation>
    </message>
    <message>
        <source>The run and the epoch that it forked from</source>
        <translation>갈라져 나온 실행과 에포크</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>The race that it was trained in</source>
        <translation>학습된 경주</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Your own words: double-click to write</source>
        <translation>직접 쓰는 메모: 두 번 눌러 적습니다</translation>
    </message>
    <message>
        <source>run {0}, epoch {1}</source>
        <translation>실행 {0}, 에포크 {1}</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>별표</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>별표 지우기</translation>
    </message>
    <message>
        <source>Put runs away</source>
        <translation>실행 치워 두기</translation>
    </message>
    <message>
        <source>Bring runs back</source>
        <translation>실행 다시 꺼내기</translation>
    </message>
    <message>
        <source>Rename {0}</source>
        <translation>{0} 이름 바꾸기</translation>
    </message>
    <message>
        <source>Note on run {0}</source>
        <translation>실행 {0}의 메모</translation>
    </message>
    <message>
        <source>Delete run {0}</source>
        <translation>실행 {0} 삭제</translation>
    </message>
    <message>
        <source>Delete {0} runs</source>
        <translation>실행 {0}개 삭제</translation>
    </message>
    <message>
        <source>Only the newest {0} of them are shown</source>
        <translation>그중 가장 최근의 {0}개만 표시합니다</translation>
    </message>
    <message>
        <source>{0} runs are deleted; undo brings them back</source>
        <translation>실행 {0}개를 지웠습니다. 되돌리면 다시 나옵니다</translation>
    </message>
    <message>
        <source>Run {0} is deleted; undo brings it back</source>
        <translation>실행 {0}을(를) 지웠습니다. 되돌리면 다시 나옵니다</translation>
    </message>
    <message>
        <source>Open run {0}</source>
        <translation>실행 {0} 열기</translation>
    </message>
    <message>
        <source>Run {0} kept no weights: its network starts anew</source>
        <translation>실행 {0}은(는) 가중치를 남기지 않았습니다. 네트워크가 처음부터 시작합니다</translation>
    </message>
    <message>
        <source>Run {0} is open; Train goes on from it as another run</source>
        <translation>실행 {0}을(를) 열었습니다. 학습하면 여기에서 다른 실행으로 이어집니다</translation>
    </message>
</context>
<context>
    <name>RunsDetail</name>
    <message>
        <source>Click the ring before a run to see its curves here</source>
        <translation>실행 앞의 고리를 누르면 여기에 곡선이 나타납니다</translation>
    </message>
    <message>
        <source>Choose two runs in the list to see what differs and what it changed</source>
        <translation>목록에서 실행 둘을 고르면 무엇이 다르고 결과가 어떻게 달라졌는지 보입니다</translation>
    </message>
    <message>
        <source>Which metric is shown</source>
        <translation>어떤 지표를 보일지</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Over seconds of training instead of epochs</source>
        <translation>에포크 대신 학습 시간(초)에 따라</translation>
    </message>
    <message>
        <source>log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>The networks of the race are being built</source>
        <translation>경주의 네트워크를 만들고 있습니다</translation>
    </message>
</context>
<context>
    <name>RunsPane</name>
    <message>
        <source>Runs</source>
        <translation>실행 기록</translation>
    </message>
    <message>
        <source>List</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Large, or back in its place</source>
        <translation>크게 보기, 또는 제자리로</translation>
    </message>
    <message>
        <source>{0} runs</source>
        <translation>실행 {0}개</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>실행 1개</translation>
    </message>
    <message>
        <source>{0} put away</source>
        <translation>치워 둔 것 {0}개</translation>
    </message>
    <message>
        <source>List the runs that failed or that you have put away as well</source>
        <translation>실패했거나 치워 둔 실행도 목록에 보입니다</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Ensemble…</source>
        <translation>앙상블…</translation>
    </message>
    <message>
        <source>Take off the shared axes</source>
        <translation>공동 축에서 빼기</translation>
    </message>
    <message>
        <source>Show on the shared axes</source>
        <translation>공동 축에 보이기</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>별표 지우기</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>별표</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>다시 꺼내기</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>치워 두기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Race…</source>
        <translation>경주…</translation>
    </message>
    <message>
        <source>Save the table as CSV…</source>
        <translation>표를 CSV로 저장…</translation>
    </message>
    <message>
        <source>Save all epochs as CSV…</source>
        <translation>모든 에포크를 CSV로 저장…</translation>
    </message>
    <message>
        <source>Save the curves as a picture…</source>
        <translation>곡선을 그림으로 저장…</translation>
    </message>
    <message>
        <source>Save as TensorBoard logs…</source>
        <translation>TensorBoard 로그로 저장…</translation>
    </message>
    <message>
        <source>Race, tables, pictures, TensorBoard</source>
        <translation>경주, 표, 그림, TensorBoard</translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>Runs</source>
        <translation>실행 기록</translation>
    </message>
</context>
<context>
    <name>SampleView</name>
    <message>
        <source>One sample</source>
        <translation>샘플 하나</translation>
    </message>
    <message>
        <source>Choose a picture to see it here</source>
        <translation>그림을 고르면 여기에 보입니다</translation>
    </message>
    <message>
        <source>Choose a sample to see it here</source>
        <translation>샘플을 고르면 여기에 보입니다</translation>
    </message>
    <message>
        <source>Choose a row to see it here</source>
        <translation>행을 고르면 여기에 표시됩니다</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>the network&apos;s answer before it learned</source>
        <translation>학습 전 네트워크의 답</translation>
    </message>
    <message>
        <source>the network&apos;s answer</source>
        <translation>네트워크의 답</translation>
    </message>
</context>
<context>
    <name>SamplesView</name>
    <message>
        <source>Worst mistakes</source>
        <translation>가장 크게 틀린 것</translation>
    </message>
    <message>
        <source>largest loss first</source>
        <translation>손실이 큰 순서</translation>
    </message>
    <message>
        <source>{answer} for {truth}</source>
        <translation>{truth}을(를) {answer}(으)로</translation>
    </message>
    <message>
        <source>No sample is in this cell</source>
        <translation>이 칸에는 표본이 없습니다</translation>
    </message>
    <message>
        <source>No mistakes</source>
        <translation>틀린 것이 없습니다</translation>
    </message>
    <message>
        <source>all mistakes</source>
        <translation>틀린 것 모두</translation>
    </message>
    <message>
        <source>true → answer, largest loss first</source>
        <translation>참값 → 답, 손실이 큰 순서</translation>
    </message>
    <message>
        <source>row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>true</source>
        <translation>참값</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>{row}행</translation>
    </message>
    <message>
        <source>probability of the answer</source>
        <translation>답의 확률</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>{0} exists already. Replace it?</source>
        <translation>{0} 파일이 이미 있습니다. 바꿀까요?</translation>
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
    <name>ScatterPage</name>
    <message>
        <source>Column of the lower axis</source>
        <translation>가로축의 열</translation>
    </message>
    <message>
        <source>Column of the left axis</source>
        <translation>세로축의 열</translation>
    </message>
    <message>
        <source>over</source>
        <translation>대</translation>
    </message>
    <message>
        <source>A scatter needs two columns of numbers or words.</source>
        <translation>산점도에는 숫자나 글로 된 열이 두 개 필요합니다.</translation>
    </message>
</context>
<context>
    <name>ScatterView</name>
    <message>
        <source>Scatter of two columns</source>
        <translation>두 열의 산점도</translation>
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
    <name>ScriptFiles</name>
    <message>
        <source>Save the script</source>
        <translation>스크립트 저장</translation>
    </message>
    <message>
        <source>Python script (*.py)</source>
        <translation>Python 스크립트 (*.py)</translation>
    </message>
    <message>
        <source>Save the notebook</source>
        <translation>노트북 저장</translation>
    </message>
    <message>
        <source>Notebook (*.ipynb)</source>
        <translation>노트북 (*.ipynb)</translation>
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
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save the script, or open it as a notebook</source>
        <translation>스크립트를 저장하거나 노트북으로 엽니다</translation>
    </message>
    <message>
        <source>Trains the same network without nnviz.</source>
        <translation>nnviz 없이 같은 네트워크를 학습합니다.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
    <message>
        <source>Save as Python script…</source>
        <translation>Python 스크립트로 저장…</translation>
    </message>
    <message>
        <source>Save as notebook…</source>
        <translation>노트북으로 저장…</translation>
    </message>
    <message>
        <source>Save as notebook and open it…</source>
        <translation>노트북으로 저장하고 열기…</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Find a layer by name or kind</source>
        <translation>이름이나 종류로 층 찾기</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>이전(Shift+Enter)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>다음(Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기(Esc)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1}개 중 {0}번째</translation>
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
        <source>{0} measures the data before training: link it directly behind an Input, or set its mean and variance</source>
        <translation>{0}은(는) 훈련 전에 데이터를 측정합니다. 입력 바로 뒤에 연결하거나 평균과 분산을 정하세요</translation>
    </message>
    <message>
        <source>glu halves what it is given, and Keras builds the next layer as if it did not: link two Dense layers, one of them with sigmoid, to a Multiply instead</source>
        <translation>glu는 받은 수의 개수를 반으로 줄이는데 Keras는 줄지 않은 것처럼 다음 층을 만듭니다. 대신 Dense 층 두 개(하나는 sigmoid)를 Multiply에 연결하세요</translation>
    </message>
    <message>
        <source>{0} has no dimension {1} of the weights to work along</source>
        <translation>{0}이(가) 따라갈 가중치의 차원 {1}이(가) 없습니다</translation>
    </message>
    <message>
        <source>{0} works on tables of weights only, not on {1} dimensions</source>
        <translation>{0}은(는) 2차원 가중치에만 쓸 수 있고 {1}차원에는 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>{0} after {1} sees {2} dimensions and works along the last alone: flatten before it</source>
        <translation>{1} 뒤의 {0}은(는) {2}차원을 받아 마지막 차원만 따라 계산합니다. 앞에서 펼치세요</translation>
    </message>
    <message>
        <source>the clipboard holds no layers</source>
        <translation>클립보드에 층이 없습니다</translation>
    </message>
    <message>
        <source>the clipboard holds {0} {2}, expected at most {1} {2}</source>
        <translation>클립보드의 {2} 수는 {0}인데, {2}은(는) 최대 {1}까지입니다</translation>
    </message>
    <message>
        <source>the clipboard holds a name of {0} characters, expected at most {1}</source>
        <translation>클립보드에 {0}자짜리 이름이 있습니다. {1}자 이하여야 합니다</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>글자</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>links</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>{0} cannot be linked to itself</source>
        <translation>{0}: 자기 자신에게 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>{0} and {1} are linked already</source>
        <translation>{0}, {1}: 이미 연결되어 있습니다</translation>
    </message>
    <message>
        <source>“{0}” cannot name a layer: a name needs a letter or digit first, and no slash</source>
        <translation>“{0}”: 층 이름으로 쓸 수 없습니다. 글자나 숫자로 시작하고 빗금(/)이 없어야 합니다</translation>
    </message>
    <message>
        <source>another layer is called {0} already</source>
        <translation>이름이 {0}인 층이 이미 있습니다</translation>
    </message>
    <message>
        <source>it has no convolution in groups</source>
        <translation>이 형식에는 그룹 합성곱이 없습니다</translation>
    </message>
    <message>
        <source>it has no such interpolation of pictures</source>
        <translation>이 형식에는 이런 이미지 보간이 없습니다</translation>
    </message>
    <message>
        <source>it does not smooth pictures when it makes them smaller</source>
        <translation>이 형식은 이미지를 줄일 때 안티앨리어싱을 하지 않습니다</translation>
    </message>
    <message>
        <source>The weights take {2} GB, and a file of {0} holds at most {1} GB.</source>
        <translation>가중치는 {2} GB인데 {0} 파일에는 최대 {1} GB까지 담을 수 있습니다.</translation>
    </message>
    <message>
        <source>it has no pooling of volumes</source>
        <translation>이 형식에는 3차원 풀링이 없습니다</translation>
    </message>
    <message>
        <source>it has no dilated transposed convolution</source>
        <translation>이 형식에는 확장(dilated) 전치 합성곱이 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot be exported as {1}: {2}.</source>
        <translation>{0}: {1} 형식으로 내보낼 수 없습니다. {2}.</translation>
    </message>
    <message>
        <source>select the layers that are to be a group first</source>
        <translation>먼저 그룹으로 묶을 층을 고르세요</translation>
    </message>
    <message>
        <source>no group is called {0}</source>
        <translation>{0}(이)라는 그룹이 없습니다</translation>
    </message>
    <message>
        <source>this part can be repeated 2 to {0} times, not {1}</source>
        <translation>이 부분은 2번에서 {0}번까지 반복할 수 있고, {1}번은 안 됩니다</translation>
    </message>
    <message>
        <source>select the layers that are to be repeated first</source>
        <translation>먼저 반복할 층을 고르세요</translation>
    </message>
    <message>
        <source>{0} cannot be repeated: leave Inputs and Outputs out of the part</source>
        <translation>{0}은(는) 반복할 수 없습니다. 입력층과 출력층은 빼고 고르세요</translation>
    </message>
    <message>
        <source>a part that is repeated needs one entry, but {0} layers feed it: {1}</source>
        <translation>반복할 부분에는 입구가 하나여야 하는데, 층 {0}개가 들어옵니다: {1}</translation>
    </message>
    <message>
        <source>a part that is repeated needs one entry, but it has {0}</source>
        <translation>반복할 부분에는 입구가 하나여야 하는데, {0}개입니다</translation>
    </message>
    <message>
        <source>a part that is repeated needs one exit, but it has none</source>
        <translation>반복할 부분에는 출구가 하나여야 하는데, 없습니다</translation>
    </message>
    <message>
        <source>a part that is repeated needs one exit, but it has {0}: {1}</source>
        <translation>반복할 부분에는 출구가 하나여야 하는데, {0}개입니다: {1}</translation>
    </message>
    <message>
        <source>a group needs a name</source>
        <translation>그룹에는 이름이 있어야 합니다</translation>
    </message>
    <message>
        <source>another group is called {0} already</source>
        <translation>{0}(이)라는 그룹이 이미 있습니다</translation>
    </message>
    <message>
        <source>Insert {0} to {1}</source>
        <translation>{1}(으)로 만드는 {0} 넣기</translation>
    </message>
    <message>
        <source>{0} takes {1} inputs, but {2} links lead into it</source>
        <translation>{0}은(는) 입력을 {1}개 받지만 연결이 {2}개 들어옵니다</translation>
    </message>
    <message>
        <source>{0} joins several layers, but only one leads into it: link another to it</source>
        <translation>{0}은(는) 여러 층을 합치는데 하나만 들어옵니다. 다른 층을 더 연결하세요</translation>
    </message>
    <message>
        <source>Set {0} to {1}</source>
        <translation>{0}을(를) {1}(으)로 설정</translation>
    </message>
    <message>
        <source>Softmax has no dimension {0} to make shares along</source>
        <translation>Softmax가 비율을 만들 {0}번 차원이 없습니다</translation>
    </message>
    <message>
        <source>1 to {0}</source>
        <translation>1~{0}</translation>
    </message>
    <message>
        <source>PReLU has no dimension {0} to share slopes along</source>
        <translation>PReLU가 기울기를 함께 쓸 {0}번 차원이 없습니다</translation>
    </message>
    <message>
        <source>PReLU needs sizes that are known</source>
        <translation>PReLU는 크기를 알아야 합니다</translation>
    </message>
    <message>
        <source>attention needs a key for every value: as many steps of both</source>
        <translation>어텐션은 값마다 키가 있어야 합니다. 둘의 단계 수가 같아야 합니다</translation>
    </message>
    <message>
        <source>only steps in one row come before and after each other: attention here cannot be causal</source>
        <translation>한 줄로 늘어선 단계에만 앞뒤가 있습니다. 여기서는 인과 어텐션을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>only steps in one row are near each other: attention here cannot have a window</source>
        <translation>한 줄로 늘어선 단계만 서로 가깝고 멀 수 있으므로 여기서는 어텐션에 창을 둘 수 없습니다</translation>
    </message>
    <message>
        <source>attention looks along dimensions between the batch and the numbers, each once</source>
        <translation>어텐션은 배치와 수 사이의 차원을 따라, 각각 한 번씩만 봅니다</translation>
    </message>
    <message>
        <source>attention looks from steps to steps</source>
        <translation>어텐션은 단계에서 단계를 봅니다</translation>
    </message>
    <message>
        <source>The sizes of an answer must be above 0</source>
        <translation>답의 크기는 0보다 커야 합니다</translation>
    </message>
    <message>
        <source>An answer has at most {0} dimensions</source>
        <translation>답의 차원은 최대 {0}개입니다</translation>
    </message>
    <message>
        <source>where attention does not look along a dimension, query and value need one size of it</source>
        <translation>어텐션이 보지 않는 차원에서는 쿼리와 값의 크기가 같아야 합니다</translation>
    </message>
    <message>
        <source>attention has to know how many numbers a step has</source>
        <translation>어텐션은 한 단계에 수가 몇 개인지 알아야 합니다</translation>
    </message>
    <message>
        <source>{0} with an even kernel and padding same needs an output padding above 0</source>
        <translation>커널이 짝수이고 padding이 same이면 {0}의 출력 채우기는 0보다 커야 합니다</translation>
    </message>
    <message>
        <source>{0} cannot have strides and a dilation rate above 1 at once</source>
        <translation>{0}에서 보폭과 팽창률이 동시에 1보다 클 수는 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot split {1} channels into {2} equal groups</source>
        <translation>{0}은(는) 채널 {1}개를 똑같은 {2}묶음으로 나눌 수 없습니다</translation>
    </message>
    <message>
        <source>a divisor of {0}</source>
        <translation>{0}의 약수</translation>
    </message>
    <message>
        <source>{0} cannot split {1} filters into {2} equal groups</source>
        <translation>{0}은(는) 필터 {1}개를 똑같은 {2}묶음으로 나눌 수 없습니다</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>{0} 이상</translation>
    </message>
    <message>
        <source>a multiple of {0}</source>
        <translation>{0}의 배수</translation>
    </message>
    <message>
        <source>{0} needs an output padding smaller than its strides</source>
        <translation>{0}의 출력 채우기는 보폭보다 작아야 합니다</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>{0} 이하</translation>
    </message>
    <message>
        <source>the noise of {0} needs for every dimension 1, or the size of what comes in</source>
        <translation>{0}의 잡음은 차원마다 1이거나 들어오는 것의 크기여야 합니다</translation>
    </message>
    <message>
        <source>Normalization has no dimension {0} of a known size</source>
        <translation>Normalization에는 크기를 아는 차원 {0}이(가) 없습니다</translation>
    </message>
    <message>
        <source>Normalization needs as many variances as means</source>
        <translation>Normalization에는 평균과 같은 개수의 분산이 필요합니다</translation>
    </message>
    <message>
        <source>{0} can cut or pad to keep the proportions, but not both</source>
        <translation>{0}은(는) 비율을 지키려고 자르거나 채울 수 있지만 둘 다 할 수는 없습니다</translation>
    </message>
    <message>
        <source>Normalization needs a mean and a variance, or neither of them</source>
        <translation>Normalization에는 평균과 분산이 둘 다 있거나 둘 다 없어야 합니다</translation>
    </message>
    <message>
        <source>Normalization needs one mean for each place, or one for all</source>
        <translation>Normalization에는 자리마다 평균 하나, 또는 전체에 하나가 필요합니다</translation>
    </message>
    <message>
        <source>Rescaling needs one number for each channel as {0}, or one for all</source>
        <translation>Rescaling의 {0}에는 채널마다 수 하나, 또는 전체에 하나가 필요합니다</translation>
    </message>
    <message>
        <source>The factors of {0} must be above {1}</source>
        <translation>{0}의 비율은 {1}보다 커야 합니다</translation>
    </message>
    <message>
        <source>{0} needs two numbers as {1}</source>
        <translation>{0}에는 {1}(으)로 수 두 개가 필요합니다</translation>
    </message>
    <message>
        <source>Maxout takes one row of numbers a sample</source>
        <translation>Maxout은 표본마다 수 한 줄을 받습니다</translation>
    </message>
    <message>
        <source>Maxout has to know how many numbers a sample has</source>
        <translation>Maxout은 표본에 수가 몇 개인지 알아야 합니다</translation>
    </message>
    <message>
        <source>Dot sums over two dimensions of the same size</source>
        <translation>Dot은 크기가 같은 두 차원을 따라 더합니다</translation>
    </message>
    <message>
        <source>Dot has no dimension {0} to sum over</source>
        <translation>Dot에는 더해 나갈 차원 {0}이(가) 없습니다</translation>
    </message>
    <message>
        <source>{0} needs inputs of the same shape</source>
        <translation>{0}에는 모양이 같은 입력이 필요합니다</translation>
    </message>
    <message>
        <source>RMSNormalization works along the last dimension only</source>
        <translation>RMSNormalization은 마지막 차원만 따라 계산합니다</translation>
    </message>
    <message>
        <source>{0} has no dimension {1} of a known size</source>
        <translation>{0}에는 크기를 아는 차원 {1}이(가) 없습니다</translation>
    </message>
    <message>
        <source>GroupNormalization cannot split {0} channels into {1} equal groups</source>
        <translation>GroupNormalization은 채널 {0}개를 똑같은 {1}묶음으로 나눌 수 없습니다</translation>
    </message>
    <message>
        <source>The sizes of an Input must be above 0</source>
        <translation>Input의 크기는 0보다 커야 합니다</translation>
    </message>
    <message>
        <source>a Dense layer must know how many numbers come in</source>
        <translation>Dense 층은 들어오는 수의 개수를 알아야 합니다</translation>
    </message>
    <message>
        <source>the steps of a recurrent layer can be laid out only where their number is known</source>
        <translation>순환 층의 단계는 단계 수를 알 때만 펼쳐 놓을 수 있습니다</translation>
    </message>
    <message>
        <source>a recurrent layer reads a sequence, in each step a row of numbers</source>
        <translation>순환 층은 단계마다 수가 한 줄씩 있는 시퀀스를 읽습니다</translation>
    </message>
    <message>
        <source>a recurrent layer has to know how many numbers a step has</source>
        <translation>순환 층은 한 단계에 수가 몇 개인지 알아야 합니다</translation>
    </message>
    <message>
        <source>{0} cuts off {1}, which leaves nothing of {2}</source>
        <translation>{0}이(가) {1}만큼 잘라 {2}에서 아무것도 남지 않습니다</translation>
    </message>
    <message>
        <source>RepeatVector needs one row of numbers a sample</source>
        <translation>RepeatVector에는 샘플마다 수 한 줄이 필요합니다</translation>
    </message>
    <message>
        <source>Only one size of a target shape may be -1</source>
        <translation>목표 모양에서 -1은 하나만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>Permute must name every dimension of a sample once</source>
        <translation>Permute에는 샘플의 모든 차원을 한 번씩 적어야 합니다</translation>
    </message>
    <message>
        <source>{0} needs samples of {1} dimensions</source>
        <translation>{0}에는 {1}차원 샘플이 필요합니다</translation>
    </message>
    <message>
        <source>{0} must know how many channels come in</source>
        <translation>{0}은(는) 들어오는 채널 수를 알아야 합니다</translation>
    </message>
    <message>
        <source>The window of {0} is larger than what comes in</source>
        <translation>{0}의 창이 들어오는 것보다 큽니다</translation>
    </message>
    <message>
        <source>one of the two layers of Bidirectional has to read backwards, and the other one must not</source>
        <translation>Bidirectional의 두 층 가운데 하나만 거꾸로 읽어야 합니다</translation>
    </message>
    <message>
        <source>both layers of Bidirectional have to answer in one shape</source>
        <translation>Bidirectional의 두 층은 같은 형태로 답해야 합니다</translation>
    </message>
    <message>
        <source>TimeDistributed applies its layer to every step of a sequence</source>
        <translation>TimeDistributed는 자기 층을 시퀀스의 모든 단계에 적용합니다</translation>
    </message>
    <message>
        <source>the layer inside does not fit: {0}</source>
        <translation>안에 있는 층이 맞지 않습니다: {0}</translation>
    </message>
    <message>
        <source>Bidirectional reads backwards by itself: its layer must not</source>
        <translation>Bidirectional은 스스로 거꾸로도 읽습니다. 안의 층은 거꾸로 읽으면 안 됩니다</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>문자열</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>참 또는 거짓</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>a list of sizes</source>
        <translation>크기의 목록</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>이름의 목록</translation>
    </message>
    <message>
        <source>a whole number or a list of them</source>
        <translation>정수 또는 정수의 목록</translation>
    </message>
    <message>
        <source>a number or a list of them</source>
        <translation>숫자 또는 숫자의 목록</translation>
    </message>
    <message>
        <source>a list of sizes, with null for whatever comes in</source>
        <translation>크기 목록(들어오는 대로 둘 자리는 null)</translation>
    </message>
    <message>
        <source>a whole number, or one or two for each dimension</source>
        <translation>정수 하나, 또는 차원마다 하나나 둘</translation>
    </message>
    <message>
        <source>a layer, as {{&quot;kind&quot;: ...}}</source>
        <translation>층 (예: {{&quot;kind&quot;: ...}})</translation>
    </message>
    <message>
        <source>{0}: expected a whole number or {1} of them, got {2}</source>
        <translation>{0}: 정수 하나 또는 {1}개가 필요하지만 {2}을(를) 받았습니다</translation>
    </message>
    <message>
        <source>{0}: expected a number or {1} of them, got {2}</source>
        <translation>{0}: 숫자 하나 또는 {1}개가 필요하지만 {2}을(를) 받았습니다</translation>
    </message>
    <message>
        <source>{0}: expected a list of sizes above 0, got {1}</source>
        <translation>{0}: 0보다 큰 크기의 목록이 필요하지만 {1}을(를) 받았습니다</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}: expected {1} to {2}, got {3}</source>
        <translation>{0}: {1}에서 {2} 사이여야 하지만 {3}을(를) 받았습니다</translation>
    </message>
    <message>
        <source>{0}: expected at least {1}, got {2}</source>
        <translation>{0}: {1} 이상이어야 하지만 {2}을(를) 받았습니다</translation>
    </message>
    <message>
        <source>{0}: expected at most {1}, got {2}</source>
        <translation>{0}: {1} 이하여야 하지만 {2}을(를) 받았습니다</translation>
    </message>
    <message>
        <source>Evening out the classes needs training rows of at least 2 of them, but all rows are of one.</source>
        <translation>클래스 균형을 맞추려면 두 개 이상의 클래스에 속한 훈련 행이 필요하지만, 모든 행이 한 클래스에 속합니다.</translation>
    </message>
    <message>
        <source>{0} is not a readable {1}: {2}</source>
        <translation>{0}은(는) 읽을 수 있는 {1} 파일이 아닙니다: {2}</translation>
    </message>
    <message>
        <source>it should have {0} bytes, but it has {1}.</source>
        <translation>{0}바이트여야 하는데 {1}바이트입니다.</translation>
    </message>
    <message>
        <source>{0} holds Python objects, or is no {1}: expected plain arrays.</source>
        <translation>{0}에 파이썬 객체가 들어 있거나 {1} 파일이 아닙니다. 일반 배열이 필요합니다.</translation>
    </message>
    <message>
        <source>{0} is a set of its own rows: samples and noise are for gates and toys alone.</source>
        <translation>{0}은(는) 행이 정해진 데이터입니다. 샘플 수와 잡음은 게이트와 연습용 데이터에만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The scaling</source>
        <translation>스케일링</translation>
    </message>
    <message>
        <source>The task</source>
        <translation>과제 종류</translation>
    </message>
    <message>
        <source>The balancing of the classes</source>
        <translation>클래스 균형 맞추기</translation>
    </message>
    <message>
        <source>The target</source>
        <translation>목표 열</translation>
    </message>
    <message>
        <source>The input</source>
        <translation>입력 열</translation>
    </message>
    <message>
        <source>{0} is not kept: it does not fit {1}.</source>
        <translation>{0}을(를) 유지하지 않습니다. {1}에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The validation file</source>
        <translation>검증 파일</translation>
    </message>
    <message>
        <source>The test file</source>
        <translation>테스트 파일</translation>
    </message>
    <message>
        <source>The step for</source>
        <translation>단계의 대상 열</translation>
    </message>
    <message>
        <source>The column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>The shape of the pictures</source>
        <translation>그림의 모양</translation>
    </message>
    <message>
        <source>{0} {1!r} is not kept: {2} has no such column.</source>
        <translation>{0} {1!r}을(를) 유지하지 않습니다. {2}에 그런 열이 없습니다.</translation>
    </message>
    <message>
        <source>The splitting column</source>
        <translation>행을 나누는 열</translation>
    </message>
    <message>
        <source>The preparation of the columns</source>
        <translation>열의 전처리</translation>
    </message>
    <message>
        <source>Catch is played on boards of 0 and 1: its scale is none, and its task is auto.</source>
        <translation>공 받기는 0과 1로 된 판에서 합니다. 크기 조정은 없음, 과제는 자동이어야 합니다.</translation>
    </message>
    <message>
        <source>let the encoding of the column ignore new values, or leave it out</source>
        <translation>열의 인코딩에서 새 값을 무시하게 하거나 열을 빼세요</translation>
    </message>
    <message>
        <source>{0!r} holds {1}, which never came up in training ({2}); {3}</source>
        <translation>{0!r}의 값 {1}은(는) 훈련에 나온 적이 없습니다({2}). {3}</translation>
    </message>
    <message>
        <source>{0!r} is {1:g}, but log(1 + x) takes numbers that stay above -1</source>
        <translation>{0!r}의 값이 {1:g}인데, log(1 + x)에는 -1보다 큰 수가 필요합니다</translation>
    </message>
    <message>
        <source>{0!r} has no value, and its filling {1!r} never came up in training ({2})</source>
        <translation>{0!r}에 값이 없는데, 채울 값 {1!r}은(는) 훈련에 나온 적이 없습니다({2})</translation>
    </message>
    <message>
        <source>{0!r} has no value, and no step fills it</source>
        <translation>{0!r}에 값이 없고, 이를 채우는 단계도 없습니다</translation>
    </message>
    <message>
        <source>{0}: {1!r} is {2:g}, but log(1 + x) takes numbers above -1.</source>
        <translation>{0}: {1!r}의 값이 {2:g}인데, log(1 + x)에는 -1보다 큰 수가 필요합니다.</translation>
    </message>
    <message>
        <source>{0}: {1!r} is {2:g} as an earlier step leaves it, but log(1 + x) takes numbers above -1.</source>
        <translation>{0}: 앞 단계를 거친 {1!r}의 값이 {2:g}인데, log(1 + x)에는 -1보다 큰 수가 필요합니다.</translation>
    </message>
    <message>
        <source>{0!r} has {1} different words, but one-hot takes up to {2}.</source>
        <translation>{0!r}에 서로 다른 낱말이 {1}개 있는데, 원-핫은 {2}개까지입니다.</translation>
    </message>
    <message>
        <source>{0!r} has no value in the training part, so it has no {1} to fill others with.</source>
        <translation>{0!r}은(는) 훈련 부분에 값이 없어서 채울 {1}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>{0}: {1!r} has no value; to be one-hot, numbers are filled before, or such rows are dropped.</source>
        <translation>{0}: {1!r}에 값이 없습니다. 숫자를 원-핫으로 하려면 먼저 채우거나 그런 행을 빼세요.</translation>
    </message>
    <message>
        <source>{0!r} has {1} different numbers, but one-hot takes up to {2}.</source>
        <translation>{0!r}에 서로 다른 숫자가 {1}개 있는데, 원-핫은 {2}개까지입니다.</translation>
    </message>
    <message>
        <source>Filling</source>
        <translation>채우기</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>스케일링</translation>
    </message>
    <message>
        <source>{0} is asked for {1!r}</source>
        <translation>{1!r}에 {0}을(를) 요청했지만</translation>
    </message>
    <message>
        <source>Filling with a constant needs its value: expected a number or a word, got none.</source>
        <translation>상수로 채우려면 값이 필요합니다. 숫자나 낱말이어야 하는데 없습니다.</translation>
    </message>
    <message>
        <source>Filling takes a number up to {0:g}, not {1}.</source>
        <translation>채우는 숫자는 {0:g}까지인데 {1}입니다.</translation>
    </message>
    <message>
        <source>it is encoded already, and has a value in every row; fill it before that</source>
        <translation>이미 인코딩되어 모든 행에 값이 있습니다. 그 전에 채우세요</translation>
    </message>
    <message>
        <source>it is text, which has no {0}; expected the most frequent value or a constant</source>
        <translation>글자 열이라 {0}이(가) 없습니다. 최빈값이나 상수를 고르세요</translation>
    </message>
    <message>
        <source>it is a column of numbers; expected a number, got {0!r}</source>
        <translation>숫자 열이라 숫자가 필요한데 {0!r}입니다</translation>
    </message>
    <message>
        <source>it is encoded already</source>
        <translation>이미 인코딩되었습니다</translation>
    </message>
    <message>
        <source>it is a column of numbers; expected text</source>
        <translation>숫자 열입니다. 글자 열이어야 합니다</translation>
    </message>
    <message>
        <source>it is scaled already; expected the numbers of the file</source>
        <translation>이미 스케일링되었습니다. 파일의 숫자 그대로여야 합니다</translation>
    </message>
    <message>
        <source>it is one-hot, and its inputs are 0 or 1 already</source>
        <translation>원-핫이라 입력이 이미 0 아니면 1입니다</translation>
    </message>
    <message>
        <source>it is text; expected numbers, so encode it as labels before</source>
        <translation>글자 열입니다. 숫자여야 하니 먼저 레이블로 인코딩하세요</translation>
    </message>
    <message>
        <source>{0!r} is the target and cannot be dropped; expected an input.</source>
        <translation>{0!r}은(는) 목표 열이라 뺄 수 없습니다. 입력 열을 고르세요.</translation>
    </message>
    <message>
        <source>{0}, which is the target; expected an input.</source>
        <translation>{0} 목표 열입니다. 입력 열을 고르세요.</translation>
    </message>
    <message>
        <source>{0}, which an earlier step drops; expected an input.</source>
        <translation>{0} 앞 단계에서 빠진 열입니다. 입력 열을 고르세요.</translation>
    </message>
    <message>
        <source>{0}, which is not among the inputs.</source>
        <translation>{0} 입력에 없는 열입니다.</translation>
    </message>
    <message>
        <source>{0} cannot be done to {1!r}: {2}.</source>
        <translation>{1!r}에 {0}을(를) 할 수 없습니다: {2}.</translation>
    </message>
    <message>
        <source>it is text; expected a word, got {0!r}</source>
        <translation>글자 열이라 낱말이 필요한데 {0!r}입니다</translation>
    </message>
    <message>
        <source>Dropping columns needs their names: expected at least one, got none.</source>
        <translation>열을 빼려면 열 이름이 필요합니다. 하나 이상이어야 하는데 없습니다.</translation>
    </message>
    <message>
        <source>{0}: {1} rows that are held back have words that never come up in training, the first one in {2}, {3!r}; they count as none of the values.</source>
        <translation>{0}: 떼어 둔 행 {1}개에 훈련에 나오지 않는 낱말이 있습니다. 첫 번째는 {2}의 {3!r}이며, 어느 값도 아닌 것으로 셉니다.</translation>
    </message>
    <message>
        <source>{0}: {1!r} holds {2!r}, which never came up in training ({3}); {4}.</source>
        <translation>{0}: {1!r}의 값 {2!r}은(는) 훈련에 나온 적이 없습니다({3}). {4}.</translation>
    </message>
    <message>
        <source>{0!r} is text with {1} different values, too many to be looked at.</source>
        <translation>{0!r}은(는) 서로 다른 값이 {1}개인 글자 열이라 살펴보기에 너무 많습니다.</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>{0}행</translation>
    </message>
    <message>
        <source>{0} is a folder, but a file is needed here.</source>
        <translation>{0}은(는) 폴더입니다. 여기에는 파일이 필요합니다.</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>{0} 파일이 없습니다.</translation>
    </message>
    <message>
        <source>{0} may not be read: permission is denied.</source>
        <translation>{0}을(를) 읽을 권한이 없습니다.</translation>
    </message>
    <message>
        <source>{0}[{1}] is {2}, but every number must be finite and below {3:.2g}.</source>
        <translation>{0}[{1}]의 값이 {2}입니다. 모든 수는 유한하고 {3:.2g}보다 작아야 합니다.</translation>
    </message>
    <message>
        <source>What {0} sent is not the file it should be; nothing was kept.</source>
        <translation>{0}에서 받은 내용이 원래 파일과 다릅니다. 아무것도 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>{0} is not here yet and could not be downloaded ({1}); bring {2} by other means and save it as {3}.</source>
        <translation>{0}이(가) 아직 없고 내려받지 못했습니다({1}). 다른 방법으로 {2}을(를) 가져와 {3}(으)로 저장하세요.</translation>
    </message>
    <message>
        <source>{0}: {1} missing, the first in {2}; filled with {3}, the {4} of the training part.</source>
        <translation>{0}: 빠진 값 {1}개, 첫 번째는 {2}. 훈련 부분의 {4}인 {3}(으)로 채웠습니다.</translation>
    </message>
    <message>
        <source>{0}, in the window before it</source>
        <translation>{0}, 그 앞의 창</translation>
    </message>
    <message>
        <source>{0}: {1} missing, the first in {2}; filled with {3}.</source>
        <translation>{0}: 빠진 값 {1}개, 첫 번째는 {2}. {3}(으)로 채웠습니다.</translation>
    </message>
    <message>
        <source>The rows have {0} columns, but the network learned from {1}.</source>
        <translation>행에 열이 {0}개 있는데, 네트워크는 {1}개로 학습했습니다.</translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <translation>{0}: {1}.</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>PNG 그림</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>JPEG 그림</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>GIF 그림</translation>
    </message>
    <message>
        <source>a ZIP archive, or an Excel workbook that is damaged</source>
        <translation>ZIP 압축 파일 또는 손상된 Excel 통합 문서</translation>
    </message>
    <message>
        <source>an old Excel workbook: save it as .xlsx or as CSV</source>
        <translation>옛 형식의 Excel 통합 문서(.xlsx나 CSV로 저장하세요)</translation>
    </message>
    <message>
        <source>a TIFF picture</source>
        <translation>TIFF 그림</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 문서</translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <translation>HDF5 파일</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>SQLite 데이터베이스</translation>
    </message>
    <message>
        <source>a NumPy array: choose NPZ for it</source>
        <translation>NumPy 배열(NPZ로 여세요)</translation>
    </message>
    <message>
        <source>{0} is in no encoding that is known here: save it as UTF-8.</source>
        <translation>{0}의 인코딩을 알 수 없습니다. UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>{0} is not text: it holds a NUL, the mark of a binary file.</source>
        <translation>{0}은(는) 텍스트가 아닙니다. 바이너리 파일의 표시인 NUL이 들어 있습니다.</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0}이(가) 비어 있습니다.</translation>
    </message>
    <message>
        <source>{0} is not in {1}: it cannot be read from byte {2} on.</source>
        <translation>{0}은(는) {1} 인코딩이 아닙니다. {2}바이트부터 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>{0} is not a table but {1}.</source>
        <translation>{0}은(는) 표가 아니라 {1}입니다.</translation>
    </message>
    <message>
        <source>{0} is a broken or cut-off .gz file.</source>
        <translation>{0}은(는) 손상되었거나 잘린 .gz 파일입니다.</translation>
    </message>
    <message>
        <source>{0!r} is not the name of an encoding.</source>
        <translation>{0!r}은(는) 인코딩 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>{0} is not a readable Excel workbook: {1}.</source>
        <translation>{0}은(는) 읽을 수 있는 Excel 통합 문서가 아닙니다: {1}.</translation>
    </message>
    <message>
        <source>{0} has no sheet with cells.</source>
        <translation>{0}에는 셀이 있는 시트가 없습니다.</translation>
    </message>
    <message>
        <source>There is no sheet {0!r} in {1}; its sheets are {2}.</source>
        <translation>{1}에 {0!r} 시트가 없습니다. 시트는 {2}입니다.</translation>
    </message>
    <message>
        <source>The workbook has {0} sheets; {1!r} was read.</source>
        <translation>통합 문서에 시트가 {0}개 있으며, {1!r} 시트를 읽었습니다.</translation>
    </message>
    <message>
        <source>{0} holds {1:.1f} GB of words, too many to open: save the sheet as CSV.</source>
        <translation>{0}에 글자가 {1:.1f}GB나 들어 있어 열 수 없습니다. 시트를 CSV로 저장하세요.</translation>
    </message>
    <message>
        <source>There is no sheet {0} in {1}: its {2} sheets count from 0.</source>
        <translation>{1}에 {0}번 시트가 없습니다. 시트 {2}개를 0부터 셉니다.</translation>
    </message>
    <message>
        <source>{0}: the sheet {1!r} is empty.</source>
        <translation>{0}: {1!r} 시트가 비어 있습니다.</translation>
    </message>
    <message>
        <source>{0}, sheet {1!r}, cell {2}{3}: there is a value beside the table, which ends at column {4}.</source>
        <translation>{0}, 시트 {1!r}, 셀 {2}{3}: 표는 {4}열에서 끝나는데 그 옆에 값이 있습니다.</translation>
    </message>
    <message>
        <source>1 row above the table was left out, the first with {0!r}.</source>
        <translation>표 위의 1행을 제외했습니다. 첫 행의 내용: {0!r}.</translation>
    </message>
    <message>
        <source>{0} rows above the table were left out, the first with {1!r}.</source>
        <translation>표 위의 {0}행을 제외했습니다. 첫 행의 내용: {1!r}.</translation>
    </message>
    <message>
        <source>{0}, sheet {1!r}, cell {2}{3}: the formula has no value yet; open the workbook in a spreadsheet program and save it.</source>
        <translation>{0}, 시트 {1!r}, 셀 {2}{3}: 수식의 값이 아직 계산되지 않았습니다. 스프레드시트 프로그램에서 통합 문서를 열어 저장하세요.</translation>
    </message>
    <message>
        <source>{0}, line {1} (row {2} of the data)</source>
        <translation>{0}, {1}번째 줄(데이터의 {2}행)</translation>
    </message>
    <message>
        <source>{0}, row {1}</source>
        <translation>{0}, {1}행</translation>
    </message>
    <message>
        <source>{0}, sheet {1!r}, row {2}</source>
        <translation>{0}, 시트 {1!r}, {2}행</translation>
    </message>
    <message>
        <source>There is no column {0!r} in {1}; its columns are {2}.</source>
        <translation>{1}에 {0!r} 열이 없습니다. 열은 {2}입니다.</translation>
    </message>
    <message>
        <source>{0}: a cell of {1!r} is {2} characters long; is a quote left open?</source>
        <translation>{0}: {1!r}의 셀이 {2}자나 됩니다. 따옴표가 닫히지 않은 것 아닐까요?</translation>
    </message>
    <message>
        <source>{0}: {1!r} is a column of numbers, but here it holds {2}.</source>
        <translation>{0}: {1!r}은(는) 숫자 열인데 여기에는 {2}이(가) 있습니다.</translation>
    </message>
    <message>
        <source>{0}: {1!r} holds {2:g}, but numbers must be finite and below {3:.2g}.</source>
        <translation>{0}: {1!r}의 값이 {2:g}입니다. 수는 유한하고 {3:.2g}보다 작아야 합니다.</translation>
    </message>
    <message>
        <source>There is no column {0} in {1}: its {2} columns count from 0.</source>
        <translation>{1}에 {0}번 열이 없습니다. 열 {2}개를 0부터 셉니다.</translation>
    </message>
    <message>
        <source>{0}: {1} in {2!r} may be {3} or {4}; write the numbers without a comma or with a point.</source>
        <translation>{0}: {2!r}의 {1}은(는) {3}일 수도 {4}일 수도 있습니다. 쉼표 없이 쓰거나 소수점을 쓰세요.</translation>
    </message>
    <message>
        <source>Another file can be judged where the project learns from a person&apos;s own files; this one learns from a data set that is built in or downloaded.</source>
        <translation>다른 파일로 평가하려면 프로젝트가 자신의 파일로 학습해야 합니다. 이 프로젝트는 내장되었거나 내려받은 데이터로 학습합니다.</translation>
    </message>
    <message>
        <source>There is no file {0}</source>
        <translation>{0} 파일이 없습니다</translation>
    </message>
    <message>
        <source>{0} has samples of shape {1}, but the network learned from {2}</source>
        <translation>{0}의 샘플 모양은 {1}인데, 네트워크는 {2} 모양으로 학습했습니다</translation>
    </message>
    <message>
        <source>{0} needs its labels beside it, as images-idx3-ubyte has labels-idx1-ubyte.</source>
        <translation>images-idx3-ubyte와 labels-idx1-ubyte처럼 {0} 옆에 레이블 파일이 있어야 합니다.</translation>
    </message>
    <message>
        <source>A {0} part needs both {0}_images and {0}_labels.</source>
        <translation>{0} 부분에는 {0}_images와 {0}_labels가 모두 필요합니다.</translation>
    </message>
    <message>
        <source>{0} is not an IDX file: it starts with {1}.</source>
        <translation>{0}은(는) IDX 파일이 아닙니다. 시작 바이트가 {1}입니다.</translation>
    </message>
    <message>
        <source>{0} is cut off within its header.</source>
        <translation>{0}은(는) 헤더 중간에서 잘렸습니다.</translation>
    </message>
    <message>
        <source>{0} should have {1} bytes for {2} numbers, but it has {3}.</source>
        <translation>{0}은(는) 수 {2}개에 {1}바이트여야 하는데 {3}바이트입니다.</translation>
    </message>
    <message>
        <source>{0} holds labels, not images: it has a single number a sample.</source>
        <translation>{0}에는 이미지가 아니라 레이블이 들어 있습니다. 샘플마다 수가 하나뿐입니다.</translation>
    </message>
    <message>
        <source>{0} holds {1} dimensions, but labels have one number a sample.</source>
        <translation>{0}은(는) {1}차원인데, 레이블은 샘플마다 수 하나여야 합니다.</translation>
    </message>
    <message>
        <source>{0} has {1} images, but {2} has {3} labels.</source>
        <translation>{0}에는 이미지가 {1}개 있는데 {2}에는 레이블이 {3}개 있습니다.</translation>
    </message>
    <message>
        <source>{0} cannot be unpacked: {1}</source>
        <translation>{0}의 압축을 풀 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>{0} has no subfolders: expected one for the pictures of each class.</source>
        <translation>{0}에 하위 폴더가 없습니다. 클래스마다 그림 하위 폴더가 하나씩 있어야 합니다.</translation>
    </message>
    <message>
        <source>There is no folder {0}.</source>
        <translation>{0} 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>{0} pictures were skipped: {1}</source>
        <translation>그림 {0}개를 건너뛰었습니다: {1}</translation>
    </message>
    <message>
        <source>{0} has pictures of {1!r} alone: at least 2 classes are needed.</source>
        <translation>{0}에는 {1!r} 그림만 있습니다. 클래스가 2개 이상 필요합니다.</translation>
    </message>
    <message>
        <source>The subfolders of {0!r} were taken as {1} parts.</source>
        <translation>{0!r}의 하위 폴더를 {1} 부분으로 사용했습니다.</translation>
    </message>
    <message>
        <source>A picture&apos;s height and width are from 1 to 4096 pixels, not {0}.</source>
        <translation>그림의 높이와 너비는 1~4096픽셀이어야 하는데 {0}입니다.</translation>
    </message>
    <message>
        <source>1 picture was skipped: {0}</source>
        <translation>그림 1개를 건너뛰었습니다: {0}</translation>
    </message>
    <message>
        <source>{0} has pictures of {1!r}, which is none of the classes to learn ({2}{3}).</source>
        <translation>{0}에 {1!r} 그림이 있지만, 학습할 클래스({2}{3})에 없습니다.</translation>
    </message>
    <message>
        <source>{0!r} has no readable picture and is left out.</source>
        <translation>{0!r}에 읽을 수 있는 그림이 없어 뺐습니다.</translation>
    </message>
    <message>
        <source>{0} has no readable picture in its {1} subfolders.</source>
        <translation>{0}의 하위 폴더 {1}개에 읽을 수 있는 그림이 없습니다.</translation>
    </message>
    <message>
        <source>Each review is {0} numbers: which of the commonest words are in it, in no order.</source>
        <translation>감상평마다 수가 {0}개입니다. 가장 흔한 낱말 가운데 무엇이 들어 있는지를 순서 없이 나타냅니다.</translation>
    </message>
    <message>
        <source>The copy of {0} in {1} is damaged ({2}); delete it and load again.</source>
        <translation>{1}에 있는 {0} 사본이 손상되었습니다({2}). 지우고 다시 불러오세요.</translation>
    </message>
    <message>
        <source>{0} has become shorter since it was opened: load the data again.</source>
        <translation>{0}이(가) 연 뒤에 짧아졌습니다. 데이터를 다시 불러오세요.</translation>
    </message>
    <message>
        <source>{0} cannot be read any more: {1}.</source>
        <translation>{0}을(를) 더 읽을 수 없습니다: {1}.</translation>
    </message>
    <message>
        <source>The data has no rows to learn from.</source>
        <translation>데이터에 학습할 행이 없습니다.</translation>
    </message>
    <message>
        <source>SMOTE needs all training rows in memory, but they are larger than that: balance by weights, or by leaving rows out or repeating them.</source>
        <translation>SMOTE에는 모든 훈련 행이 메모리에 있어야 하는데 행이 그보다 큽니다. 가중치를 쓰거나 행을 빼거나 반복해서 균형을 맞추세요.</translation>
    </message>
    <message>
        <source>The data cannot be read: {0}.</source>
        <translation>데이터를 읽을 수 없습니다: {0}.</translation>
    </message>
    <message>
        <source>The samples held back have the shape {0}, those to learn from {1}.</source>
        <translation>떼어 둔 샘플의 모양은 {0}인데 학습할 샘플의 모양은 {1}입니다.</translation>
    </message>
    <message>
        <source>x_train and y_train, or x and y</source>
        <translation>x_train과 y_train, 또는 x와 y</translation>
    </message>
    <message>
        <source>the last column of {0}</source>
        <translation>{0}의 마지막 열</translation>
    </message>
    <message>
        <source>{0} holds samples of shape {1} without what is to be answered: choose the .npy file of the labels, too.</source>
        <translation>{0}에는 {1} 모양의 샘플만 있고 정답이 없습니다. 레이블의 .npy 파일도 선택하세요.</translation>
    </message>
    <message>
        <source>{0} must hold numbers, but it holds {1}.</source>
        <translation>{0}에는 수가 있어야 하는데 {1}이(가) 있습니다.</translation>
    </message>
    <message>
        <source>{0} must hold a row a sample, but it is a single number.</source>
        <translation>{0}에는 샘플마다 한 행이 있어야 하는데 수 하나뿐입니다.</translation>
    </message>
    <message>
        <source>{0} has {1} samples, but {2} has {3}.</source>
        <translation>{0}에는 샘플이 {1}개 있는데 {2}에는 {3}개 있습니다.</translation>
    </message>
    <message>
        <source>{0} must hold numbers or text, but it holds {1}.</source>
        <translation>{0}에는 수나 글자가 있어야 하는데 {1}이(가) 있습니다.</translation>
    </message>
    <message>
        <source>{0} must have a number or a row of numbers a sample, but its shape is {1}.</source>
        <translation>{0}에는 샘플마다 수 하나나 수의 행이 있어야 하는데 모양이 {1}입니다.</translation>
    </message>
    <message>
        <source>{0} is an archive that holds its own labels: no file of labels is needed.</source>
        <translation>{0}은(는) 레이블이 함께 든 압축 파일이므로 레이블 파일이 필요하지 않습니다.</translation>
    </message>
    <message>
        <source>{0} has {1} without {2}.</source>
        <translation>{0}에 {1}은(는) 있지만 {2}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>{0} is no .npy file: expected an array of labels.</source>
        <translation>{0}은(는) .npy 파일이 아닙니다. 레이블 배열이 필요합니다.</translation>
    </message>
    <message>
        <source>{0} is a single array, but an .npz archive is needed, with {1}.</source>
        <translation>{0}은(는) 배열 하나입니다. {1}이(가) 든 .npz 압축 파일이 필요합니다.</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>, 또는 </translation>
    </message>
    <message>
        <source>{0} has no array {1!r}: expected {2}, but it holds {3}.</source>
        <translation>{0}에 배열 {1!r}이(가) 없습니다. {2}이(가) 필요한데 {3}이(가) 있습니다.</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0} is not a readable Parquet file: {1}</source>
        <translation>{0}은(는) 읽을 수 있는 Parquet 파일이 아닙니다: {1}</translation>
    </message>
    <message>
        <source>Some classes are too rare to have the same share in every part, so rows were drawn freely.</source>
        <translation>일부 클래스가 너무 드물어 모든 부분에 같은 비율로 넣을 수 없으므로 행을 자유롭게 뽑았습니다.</translation>
    </message>
    <message>
        <source>The seed of the split is a whole number from 0 to {0}, not {1}.</source>
        <translation>분할의 시드는 0부터 {0}까지의 정수여야 하는데 {1}입니다.</translation>
    </message>
    <message>
        <source>Of {0} rows, {1} would go to validation and {2} to the test: none are left to learn from.</source>
        <translation>행 {0}개 가운데 {1}개가 검증에, {2}개가 테스트에 쓰여 학습할 행이 남지 않습니다.</translation>
    </message>
    <message>
        <source>Only classes can be balanced, but the task is {0}.</source>
        <translation>클래스만 균형을 맞출 수 있는데 과제가 {0}입니다.</translation>
    </message>
    <message>
        <source>SMOTE needs at least 2 training rows of every class, but the rarest class has 1.</source>
        <translation>SMOTE에는 클래스마다 훈련 행이 2개 이상 필요한데, 가장 드문 클래스에는 1개뿐입니다.</translation>
    </message>
    <message>
        <source>The {0} share must be from 0 to below 1, not {1:g}.</source>
        <translation>{0} 비율은 0 이상 1 미만이어야 하는데 {1:g}입니다.</translation>
    </message>
    <message>
        <source>There is one row only, and it would be held back: none is left to learn from.</source>
        <translation>행이 하나뿐인데 따로 떼어 두게 되어 학습할 행이 남지 않습니다.</translation>
    </message>
    <message>
        <source>The rows are to be parted by the column {0!r}, but only those of a table can be.</source>
        <translation>행을 열 {0!r}(으)로 나누려 하지만, 표의 행만 그렇게 나눌 수 있습니다.</translation>
    </message>
    <message>
        <source>{0}: the row is for the {1}, but there is a file for that already.</source>
        <translation>{0}: 이 행은 {1}용인데, 그것을 위한 파일이 이미 있습니다.</translation>
    </message>
    <message>
        <source>not a readable picture ({0})</source>
        <translation>읽을 수 없는 그림입니다({0})</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>빈 열</translation>
    </message>
    <message>
        <source>it holds something else</source>
        <translation>다른 내용이 들어 있음</translation>
    </message>
    <message>
        <source>{0} has more than {1:,} pixels, too many to open.</source>
        <translation>{0}은(는) {1:,}픽셀이 넘어 열 수 없습니다.</translation>
    </message>
    <message>
        <source>{0} is {1}.</source>
        <translation>{0}: {1}.</translation>
    </message>
    <message>
        <source>it holds fractions, whose black and white are not known</source>
        <translation>소수로 저장되어 검정과 흰색의 값을 알 수 없음</translation>
    </message>
    <message>
        <source>{0} is {1} x {2} pixels, too large to open.</source>
        <translation>{0}은(는) {1} x {2}픽셀로, 너무 커서 열 수 없습니다.</translation>
    </message>
    <message>
        <source>{0!r} is left out: it is no pixel.</source>
        <translation>{0!r}은(는) 픽셀이 아니어서 제외했습니다.</translation>
    </message>
    <message>
        <source>The {0} columns of pixels were read as pictures of {1}.</source>
        <translation>픽셀 열 {0}개를 {1} 크기의 그림으로 읽었습니다.</translation>
    </message>
    <message>
        <source>There is no column {0!r}; the columns are {1}.</source>
        <translation>{0!r} 열이 없습니다. 열은 {1}입니다.</translation>
    </message>
    <message>
        <source>Pictures that cannot be read and are left out: {0:,}, the first one {1}</source>
        <translation>읽을 수 없어 제외되는 그림: {0:,}장, 첫 번째는 {1}</translation>
    </message>
    <message>
        <source>Samples that are the same as an earlier one: {0:,} of {1:,}</source>
        <translation>앞의 표본과 똑같은 표본: {1:,}개 중 {0:,}개</translation>
    </message>
    <message>
        <source>{0} has no value in any row</source>
        <translation>{0}에는 값이 하나도 없습니다</translation>
    </message>
    <message>
        <source>Fill with the most frequent value</source>
        <translation>가장 많은 값으로 채우기</translation>
    </message>
    <message>
        <source>Take the logarithm</source>
        <translation>로그 취하기</translation>
    </message>
    <message>
        <source>Words among the numbers of {0}: {1:,}, the first one {2}</source>
        <translation>{0}의 숫자 사이에 글자가 있습니다: {1:,}개, 첫 번째는 {2}</translation>
    </message>
    <message>
        <source>Infinite numbers in {0}, or numbers beyond 3.4e+38: {1:,}</source>
        <translation>{0}에 무한대이거나 3.4e+38을 넘는 수가 있습니다: {1:,}개</translation>
    </message>
    <message>
        <source>The target {0} has no value in {1:,} of {2:,} rows, which are left out</source>
        <translation>목표 {0}의 값이 {2:,}행 중 {1:,}행에 없어 그 행들은 제외됩니다</translation>
    </message>
    <message>
        <source>{0} has no value in {1:,} of {2:,} rows</source>
        <translation>{0}의 값이 {2:,}행 중 {1:,}행에 없습니다</translation>
    </message>
    <message>
        <source>Fill with the median</source>
        <translation>중앙값으로 채우기</translation>
    </message>
    <message>
        <source>Leave these rows out</source>
        <translation>이 행들 빼기</translation>
    </message>
    <message>
        <source>{0}: a game is played on boards of 0 and 1: give these as an array, a .npy file.</source>
        <translation>{0}: 게임은 0과 1로 된 판에서 합니다. 판을 배열(.npy 파일)로 주세요.</translation>
    </message>
    <message>
        <source>Find the layer by its size</source>
        <translation>크기로 층 찾기</translation>
    </message>
    <message>
        <source>Give it {0} units</source>
        <translation>유닛 {0}개로 바꾸기</translation>
    </message>
    <message>
        <source>A generator against a discriminator has one Input and one Output</source>
        <translation>생성자와 판별자의 대결에는 입력 하나와 출력 하나가 있습니다</translation>
    </message>
    <message>
        <source>The layer {0}, which is to generate samples, is not between Input and Output</source>
        <translation>표본을 생성해야 하는 층 {0}이(가) 입력과 출력 사이에 없습니다</translation>
    </message>
    <message>
        <source>{0} generates {1} numbers, but a sample has {2}</source>
        <translation>{0}은(는) 수를 {1}개 생성하는데, 표본에는 {2}개가 있습니다</translation>
    </message>
    <message>
        <source>{0} has {1} units, but a discriminator answers with one: real or generated</source>
        <translation>{0}의 유닛은 {1}개인데, 판별자는 하나로 답합니다. 진짜인지 생성된 것인지입니다</translation>
    </message>
    <message>
        <source>{0} is {1}, but a discriminator answers with a probability: use sigmoid</source>
        <translation>{0}은(는) {1}인데, 판별자는 확률로 답합니다. sigmoid를 쓰세요</translation>
    </message>
    <message>
        <source>{0} is no loss for real or generated: use binary crossentropy</source>
        <translation>{0}은(는) 진짜와 생성을 가리는 손실이 아닙니다. binary crossentropy를 쓰세요</translation>
    </message>
    <message>
        <source>Class weights do nothing here: samples are generated without classes</source>
        <translation>여기서는 클래스 가중치가 하는 일이 없습니다. 표본은 클래스 없이 생성됩니다</translation>
    </message>
    <message>
        <source>No layer generates samples: one on the way from Input to Output has to answer with {0} numbers</source>
        <translation>표본을 생성하는 층이 없습니다. 입력에서 출력으로 가는 길에 수 {0}개로 답하는 층이 있어야 합니다</translation>
    </message>
    <message>
        <source>{0} answers in shape {1}, but a discriminator answers with one number: flatten before it</source>
        <translation>{0}의 답은 모양이 {1}인데, 판별자는 수 하나로 답합니다. 앞에서 평탄화하세요</translation>
    </message>
    <message>
        <source>Give it 1 unit</source>
        <translation>유닛을 1개로 하기</translation>
    </message>
    <message>
        <source>Restricted Boltzmann machines have one Input and one Output</source>
        <translation>제한 볼츠만 머신에는 입력 하나와 출력 하나가 있습니다</translation>
    </message>
    <message>
        <source>{0} cannot learn by contrastive divergence, which takes Dense layers only</source>
        <translation>대조 발산은 Dense 층만 쓰므로 {0}은(는) 배울 수 없습니다</translation>
    </message>
    <message>
        <source>Restricted Boltzmann machines learn to give the sample itself back, but the data have a target</source>
        <translation>제한 볼츠만 머신은 입력을 그대로 되돌려 주기를 배우는데, 데이터에 따로 목표가 있습니다</translation>
    </message>
    <message>
        <source>{0} is {1}, but its units are on with a probability: use sigmoid</source>
        <translation>{0}은(는) {1}인데, 유닛이 켜질 확률이 필요합니다. sigmoid를 쓰세요</translation>
    </message>
    <message>
        <source>{0} has no bias, which each unit of a Boltzmann machine has</source>
        <translation>볼츠만 머신의 유닛에는 편향이 있는데 {0}에는 없습니다</translation>
    </message>
    <message>
        <source>A restricted Boltzmann machine has hidden units: put a Dense layer before {0}</source>
        <translation>제한 볼츠만 머신에는 은닉 유닛이 있습니다. {0} 앞에 Dense 층을 넣으세요</translation>
    </message>
    <message>
        <source>The way back is to mirror the way there, but nothing mirrors {0}</source>
        <translation>내려가는 길은 올라가는 길의 거울이어야 하는데 {0}의 짝이 없습니다</translation>
    </message>
    <message>
        <source>What is visible is to be from 0 to 1, but the samples go from {0} to {1}: scale them</source>
        <translation>보이는 값은 0에서 1까지여야 하는데 데이터는 {0}에서 {1}까지입니다. 스케일을 맞추세요</translation>
    </message>
    <message>
        <source>{0} has a penalty, which contrastive divergence does not go by</source>
        <translation>{0}에 규제가 있지만 대조 발산은 규제를 따르지 않습니다</translation>
    </message>
    <message>
        <source>{0} has {1} units, but it is to mirror {2}, which has {3}</source>
        <translation>{0}의 유닛은 {1}개인데, 짝인 {2}의 유닛은 {3}개입니다</translation>
    </message>
    <message>
        <source>Learn the sample itself</source>
        <translation>입력 그대로 배우기</translation>
    </message>
    <message>
        <source>Give it a bias</source>
        <translation>편향 쓰기</translation>
    </message>
    <message>
        <source>Insert its mirror</source>
        <translation>짝이 되는 층 넣기</translation>
    </message>
    <message>
        <source>Scale to 0 … 1</source>
        <translation>0 … 1로 스케일 맞추기</translation>
    </message>
    <message>
        <source>Take the penalty out</source>
        <translation>규제 빼기</translation>
    </message>
    <message>
        <source>Learning by playing needs a game, but these data are none: choose Catch, or learn from answers</source>
        <translation>게임을 하며 배우려면 게임이 필요하지만 이 데이터는 게임이 아닙니다. 공 받기를 고르거나 답에서 배우세요</translation>
    </message>
    <message>
        <source>A game is seen as one board: leave one Input</source>
        <translation>게임은 판 하나로 봅니다. 입력을 하나만 남기세요</translation>
    </message>
    <message>
        <source>What the moves are worth is one answer: leave one Output</source>
        <translation>수의 가치는 답 하나입니다. 출력을 하나만 남기세요</translation>
    </message>
    <message>
        <source>The memory holds {0} moves, fewer than the batch of {1} that is learned from</source>
        <translation>기억에는 수가 {0}개뿐이라, 배우는 데 쓰는 배치 {1}개보다 적습니다</translation>
    </message>
    <message>
        <source>The data are a game, which is learned by playing: choose the method Q-learning</source>
        <translation>데이터가 게임이고, 게임은 하면서 배웁니다. 학습 방법으로 Q 학습을 고르세요</translation>
    </message>
    <message>
        <source>Learn from answers</source>
        <translation>답에서 배우기</translation>
    </message>
    <message>
        <source>Remember {0} moves</source>
        <translation>수 {0}개 기억하기</translation>
    </message>
    <message>
        <source>Learn by playing</source>
        <translation>게임을 하며 배우기</translation>
    </message>
    <message>
        <source>It tells real samples from generated ones.</source>
        <translation>진짜 표본과 생성된 표본을 가려냅니다.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>디스크가 가득 찼습니다</translation>
    </message>
    <message>
        <source>the disk quota is used up</source>
        <translation>디스크 할당량을 모두 썼습니다</translation>
    </message>
    <message>
        <source>the file would be larger than allowed here</source>
        <translation>파일이 이곳에서 허용되는 크기보다 커집니다</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>디스크가 읽기 전용입니다</translation>
    </message>
    <message>
        <source>that is not permitted there</source>
        <translation>그곳에서는 허용되지 않습니다</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>이름이 너무 깁니다</translation>
    </message>
    <message>
        <source>the folder cannot be written to</source>
        <translation>폴더에 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>the weights of one snapshot are larger than a project can hold (1 GB)</source>
        <translation>스냅샷 하나의 가중치가 프로젝트에 담을 수 있는 크기(1 GB)보다 큽니다</translation>
    </message>
    <message>
        <source>the disk is full or cannot be written to</source>
        <translation>디스크가 가득 찼거나 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>{0} 파일을 쓸 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>{0} could not be written: there is no folder {1}</source>
        <translation>{0} 파일을 쓸 수 없습니다: {1} 폴더가 없습니다</translation>
    </message>
    <message>
        <source>{0} could not be written: it is a folder</source>
        <translation>{0}에 쓸 수 없습니다: 폴더입니다</translation>
    </message>
    <message>
        <source>{0} could not be written: expected a file, got a device or a pipe</source>
        <translation>{0}에 쓸 수 없습니다: 파일이어야 하는데 장치나 파이프입니다</translation>
    </message>
    <message>
        <source>{0} could not be written: the file is read-only; save it under another name</source>
        <translation>{0} 파일을 쓸 수 없습니다: 읽기 전용입니다. 다른 이름으로 저장하세요</translation>
    </message>
    <message>
        <source>{0} could not be written: its folder is read-only; save it in another one</source>
        <translation>{0} 파일을 쓸 수 없습니다: 폴더가 읽기 전용입니다. 다른 폴더에 저장하세요</translation>
    </message>
    <message>
        <source>; the old file is as it was</source>
        <translation>; 이전 파일은 그대로입니다</translation>
    </message>
    <message>
        <source>A network without data has no card of its preparation: choose some data first</source>
        <translation>데이터가 없는 네트워크에는 준비 카드가 없습니다: 먼저 데이터를 선택하세요</translation>
    </message>
    <message>
        <source>the metrics of run {0} are not whole</source>
        <translation>실행 {0}의 지표가 온전하지 않습니다</translation>
    </message>
    <message>
        <source>the metrics of run {0} do not match their checksum</source>
        <translation>실행 {0}의 지표가 체크섬과 맞지 않습니다</translation>
    </message>
    <message>
        <source>the metrics of run {0} are of another file</source>
        <translation>실행 {0}의 지표가 다른 파일의 것입니다</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}</source>
        <translation>{0} 파일이 손상되었습니다: {1}</translation>
    </message>
    <message>
        <source>there are no {0} weights of run {1}</source>
        <translation>실행 {1}의 {0} 가중치가 없습니다</translation>
    </message>
    <message>
        <source>{0} is gone or damaged, and what it held of the runs with it: {1}</source>
        <translation>{0} 파일이 없거나 손상되어 그 안의 실행 기록도 잃었습니다: {1}</translation>
    </message>
    <message>
        <source>These networks do not answer alike: their outputs differ</source>
        <translation>이 네트워크들은 답의 꼴이 다릅니다. 출력이 서로 다릅니다</translation>
    </message>
    <message>
        <source>Only networks with one Input and one Output can be opened as one</source>
        <translation>입력과 출력이 하나씩인 네트워크만 하나로 열 수 있습니다</translation>
    </message>
    <message>
        <source>{0} was moved or deleted since it was opened</source>
        <translation>{0} 파일이 연 뒤에 옮겨지거나 지워졌습니다</translation>
    </message>
    <message>
        <source>{0} was changed by another program since it was opened</source>
        <translation>{0} 파일을 연 뒤에 다른 프로그램이 바꾸었습니다</translation>
    </message>
    <message>
        <source>{0} is not a project: expected a .nnviz or .json file, got &quot;{1}&quot;</source>
        <translation>{0}은(는) 프로젝트가 아닙니다: .nnviz나 .json 파일이어야 하는데 &quot;{1}&quot;입니다</translation>
    </message>
    <message>
        <source>{0} could not be written: expected a name in .nnviz or .json, got &quot;{1}&quot;</source>
        <translation>{0} 파일을 쓸 수 없습니다: 이름이 .nnviz나 .json으로 끝나야 하는데 &quot;{1}&quot;입니다</translation>
    </message>
    <message>
        <source>Run {0} kept no {1} weights</source>
        <translation>실행 {0}에는 {1} 가중치가 남아 있지 않습니다</translation>
    </message>
    <message>
        <source>{0} was replaced by another file, and the weights of run {1} with it</source>
        <translation>{0} 파일이 다른 파일로 바뀌어 실행 {1}의 가중치도 사라졌습니다</translation>
    </message>
    <message>
        <source>{0} holds no {1} weights of run {2}</source>
        <translation>{0}에는 실행 {2}의 {1} 가중치가 없습니다</translation>
    </message>
    <message>
        <source>{0} is empty: expected an nnviz project</source>
        <translation>{0} 파일이 비어 있습니다: nnviz 프로젝트여야 합니다</translation>
    </message>
    <message>
        <source>{0} is not an nnviz project: expected an SQLite file, got something else</source>
        <translation>{0}은(는) nnviz 프로젝트가 아닙니다: SQLite 파일이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not an nnviz project: it is a database of another program</source>
        <translation>{0}은(는) nnviz 프로젝트가 아닙니다: 다른 프로그램의 데이터베이스입니다</translation>
    </message>
    <message>
        <source>{0} was written by a newer nnviz: expected format {1} at most, got {2}; update nnviz to open it</source>
        <translation>{0} 파일은 더 새로운 nnviz에서 만들었습니다: 형식이 {1} 이하여야 하는데 {2}입니다. nnviz를 업데이트하면 열 수 있습니다</translation>
    </message>
    <message>
        <source>{0} is too large for a project: expected at most {1} MB of JSON</source>
        <translation>{0} 파일은 프로젝트로는 너무 큽니다: JSON은 {1} MB까지입니다</translation>
    </message>
    <message>
        <source>{0} is a folder: expected a file</source>
        <translation>{0}은(는) 폴더입니다: 파일이어야 합니다</translation>
    </message>
    <message>
        <source>{0} could not be read: {1}</source>
        <translation>{0} 파일을 읽을 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>{0} could not be written: expected a folder, got a file</source>
        <translation>{0}에 쓸 수 없습니다: 폴더여야 하는데 파일입니다</translation>
    </message>
    <message>
        <source>{0} could not be written: it is a folder with other things in it; take another name</source>
        <translation>{0}에 쓸 수 없습니다: 다른 것이 들어 있는 폴더입니다. 다른 이름을 쓰세요</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}{2}</source>
        <translation>{0}에 쓸 수 없습니다: {1}{2}</translation>
    </message>
    <message>
        <source>The seed of {0} is a whole number from 0 to {1}, not {2}.</source>
        <translation>{0}의 시드는 0부터 {1}까지의 정수여야 하지만 {2}입니다.</translation>
    </message>
    <message>
        <source>{0} cannot be read: its name, or that of its folder, is not in UTF-8.</source>
        <translation>{0}을(를) 읽을 수 없습니다: 파일이나 폴더의 이름이 UTF-8이 아닙니다.</translation>
    </message>
    <message>
        <source>The metric {0} is for one row of numbers, but the network answers in shape {1}</source>
        <translation>지표 {0}은(는) 숫자 한 줄에 대한 것인데, 네트워크는 {1} 모양으로 답합니다</translation>
    </message>
    <message>
        <source>Choose data…</source>
        <translation>데이터 선택…</translation>
    </message>
    <message>
        <source>; the old one is as it was</source>
        <translation>; 이전 것은 그대로입니다</translation>
    </message>
    <message>
        <source>it remembers one batch in the next (stateful), which goes with a fixed batch size and rows in order</source>
        <translation>한 배치를 다음 배치까지 기억하는데(stateful), 그러려면 배치 크기와 행의 순서가 고정되어야 합니다</translation>
    </message>
    <message>
        <source>renorm_clipping, the limits of its correction, is not known</source>
        <translation>보정의 한계인 renorm_clipping은 지원하지 않습니다</translation>
    </message>
    <message>
        <source>merge_mode null gives two answers, and a layer of nnviz has one: choose concat, sum, mul or ave</source>
        <translation>merge_mode null은 답이 둘인데 nnviz의 층은 하나만 냅니다: concat, sum, mul, ave 가운데 고르세요</translation>
    </message>
    <message>
        <source>{0} is not an operation that nnviz knows</source>
        <translation>{0}은(는) nnviz가 모르는 연산입니다</translation>
    </message>
    <message>
        <source>{0} is not a layer that nnviz knows</source>
        <translation>{0}은(는) nnviz가 모르는 층입니다</translation>
    </message>
    <message>
        <source>its shape is {0}: expected sizes above 0</source>
        <translation>형태가 {0}입니다: 크기는 0보다 커야 합니다</translation>
    </message>
    <message>
        <source>it wraps a layer that wraps a layer that wraps one</source>
        <translation>층을 감싼 층을 감싼 층을 또 감싸고 있습니다</translation>
    </message>
    <message>
        <source>data_format is {0}: expected channels_last</source>
        <translation>data_format이 {0}입니다: channels_last여야 합니다</translation>
    </message>
    <message>
        <source>it counts in {0}: expected float32</source>
        <translation>{0}(으)로 계산합니다: float32여야 합니다</translation>
    </message>
    <message>
        <source>{0} is missing</source>
        <translation>{0}이(가) 없습니다</translation>
    </message>
    <message>
        <source>{0} {1} is not known of {2}</source>
        <translation>{2}의 {0} {1}은(는) 지원하지 않습니다</translation>
    </message>
    <message>
        <source>its calls are not a list</source>
        <translation>호출이 목록이 아닙니다</translation>
    </message>
    <message>
        <source>its call is not one that Keras writes</source>
        <translation>호출이 Keras가 쓰는 형식이 아닙니다</translation>
    </message>
    <message>
        <source>it needs a query and a value, and may have a key</source>
        <translation>query와 value가 필요하며 key는 있어도 됩니다</translation>
    </message>
    <message>
        <source>its call is nested too deeply</source>
        <translation>호출이 너무 깊이 중첩되어 있습니다</translation>
    </message>
    <message>
        <source>its call names no layer</source>
        <translation>호출에 층 이름이 없습니다</translation>
    </message>
    <message>
        <source>it is called with {0}, which nnviz does not know</source>
        <translation>nnviz가 모르는 {0}(으)로 호출됩니다</translation>
    </message>
    <message>
        <source>it is called with something that is not the answer of a layer</source>
        <translation>층의 출력이 아닌 것으로 호출됩니다</translation>
    </message>
    <message>
        <source>layer {0}</source>
        <translation>{0}번째 층</translation>
    </message>
    <message>
        <source>there is no answer of {0!r} that could go in</source>
        <translation>들어올 수 있는 {0!r}의 출력이 없습니다</translation>
    </message>
    <message>
        <source>layer {0} of {1!r}</source>
        <translation>{1!r}의 {0}번째 층</translation>
    </message>
    <message>
        <source>{0}, {1!r}</source>
        <translation>{0}, {1!r}</translation>
    </message>
    <message>
        <source>{0} is not a Sequential or Functional model of layers</source>
        <translation>{0}은(는) 층으로 된 Sequential이나 Functional 모델이 아닙니다</translation>
    </message>
    <message>
        <source>its inputs go in a circle</source>
        <translation>입력이 고리를 이룹니다</translation>
    </message>
    <message>
        <source>it takes a state of {0!r} (return_state), and a layer of nnviz gives one answer</source>
        <translation>{0!r}의 상태(return_state)를 받는데 nnviz의 층은 답을 하나만 냅니다</translation>
    </message>
    <message>
        <source>the model is too large: expected at most {0:,} layers, {1} models deep</source>
        <translation>모델이 너무 큽니다: 층은 {0:,}개, 모델의 중첩은 {1}단계까지입니다</translation>
    </message>
    <message>
        <source>two layers are called {0!r}</source>
        <translation>두 층의 이름이 {0!r}(으)로 같습니다</translation>
    </message>
    <message>
        <source>{0!r} has {1} inputs, but {2} go in</source>
        <translation>{0!r}의 입력은 {1}개인데 {2}개가 들어옵니다</translation>
    </message>
    <message>
        <source>nothing goes in</source>
        <translation>들어오는 것이 없습니다</translation>
    </message>
    <message>
        <source>the model in it is used in {0} places: expected one</source>
        <translation>안에 든 모델이 {0}곳에서 쓰입니다: 한 곳이어야 합니다</translation>
    </message>
    <message>
        <source>{0!r} has no layers</source>
        <translation>{0!r}에 층이 없습니다</translation>
    </message>
    <message>
        <source>the model has no layers</source>
        <translation>모델에 층이 없습니다</translation>
    </message>
    <message>
        <source>it takes sparse or ragged tensors</source>
        <translation>희소 텐서나 ragged 텐서를 받습니다</translation>
    </message>
    <message>
        <source>{0}; and {1:,} more</source>
        <translation>{0}; 그 밖에 {1:,}개</translation>
    </message>
    <message>
        <source>Frozen in Keras, but learning here: {0}</source>
        <translation>Keras에서는 고정이지만 여기서는 학습합니다: {0}</translation>
    </message>
    <message>
        <source>The model ends with {0}, which is no Dense: to train it, add an Output</source>
        <translation>모델이 Dense가 아닌 {0}(으)로 끝납니다: 학습하려면 출력층을 추가하세요</translation>
    </message>
    <message>
        <source>The sizes that {0} takes are open in the model: here the data decide</source>
        <translation>{0}의 입력 크기가 모델에서 정해지지 않았습니다: 여기서는 데이터가 정합니다</translation>
    </message>
    <message>
        <source>it has no class name</source>
        <translation>클래스 이름이 없습니다</translation>
    </message>
    <message>
        <source>{0} comes from {1}, not from Keras</source>
        <translation>{0}은(는) Keras가 아니라 {1}에서 온 것입니다</translation>
    </message>
    <message>
        <source>{0} stands for {1}, which is not Keras&apos;s own</source>
        <translation>{0}은(는) {1}을(를) 가리키는데, Keras의 것이 아닙니다</translation>
    </message>
    <message>
        <source>{0} has no config</source>
        <translation>{0}에 config가 없습니다</translation>
    </message>
    <message>
        <source>its name is no text, but {0}</source>
        <translation>이름이 글자가 아니라 {0}입니다</translation>
    </message>
    <message>
        <source>{0!r} cannot name a layer</source>
        <translation>{0!r}은(는) 층 이름이 될 수 없습니다</translation>
    </message>
    <message>
        <source>{0} is not a file of Keras weights: {1!r} is missing or not what it should be.</source>
        <translation>{0}은(는) Keras 가중치 파일이 아닙니다: {1!r}이(가) 없거나 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>{0} is not a file that Keras wrote: {1!r} in it is too large.</source>
        <translation>{0}은(는) Keras가 쓴 파일이 아닙니다: 안에 있는 {1!r}이(가) 너무 큽니다.</translation>
    </message>
    <message>
        <source>{0} is not a file of Keras weights: the arrays in it are not stored plainly.</source>
        <translation>{0}은(는) Keras 가중치 파일이 아닙니다: 배열이 그대로 저장되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>{0} is not a file that Keras wrote: a text in it is too large.</source>
        <translation>{0}은(는) Keras가 쓴 파일이 아닙니다: 안에 있는 글이 너무 깁니다.</translation>
    </message>
    <message>
        <source>{0} needs more memory than a model of its size: it is damaged or is not a model that Keras saved</source>
        <translation>{0} 파일은 크기에 비해 메모리가 너무 많이 필요합니다: 손상되었거나 Keras가 저장한 모델이 아닙니다</translation>
    </message>
    <message>
        <source>{0} takes longer to read than a model of its size: it is damaged or is not a model that Keras saved</source>
        <translation>{0} 파일은 크기에 비해 읽는 데 너무 오래 걸립니다: 손상되었거나 Keras가 저장한 모델이 아닙니다</translation>
    </message>
    <message>
        <source>{0} cannot be read: it is damaged or is not a model that Keras saved</source>
        <translation>{0} 파일을 읽을 수 없습니다: 손상되었거나 Keras가 저장한 모델이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not a model: expected a .keras, .h5 or .json file, got &quot;{1}&quot;</source>
        <translation>{0}은(는) 모델이 아닙니다: .keras, .h5, .json 파일이어야 하는데 &quot;{1}&quot;입니다</translation>
    </message>
    <message>
        <source>{0} is not a model that Keras saved: it has no class_name and config</source>
        <translation>{0}은(는) Keras가 저장한 모델이 아닙니다: class_name과 config가 없습니다</translation>
    </message>
    <message>
        <source>{0}: its description of the model is too large: expected at most {1} MB</source>
        <translation>{0}: 모델 설명이 너무 큽니다: {1} MB까지입니다</translation>
    </message>
    <message>
        <source>{0} is damaged or is not a model that Keras saved: it is no ZIP archive</source>
        <translation>{0} 파일은 손상되었거나 Keras가 저장한 모델이 아닙니다: ZIP 파일이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not a model that Keras saved: its list of files is too long</source>
        <translation>{0}은(는) Keras가 저장한 모델이 아닙니다: 파일 목록이 너무 깁니다</translation>
    </message>
    <message>
        <source>{0}: its weights would unpack to {1:,} bytes</source>
        <translation>{0}: 가중치를 풀면 {1:,}바이트가 됩니다</translation>
    </message>
    <message>
        <source>{0} is too large: expected at most {1:,} MB of a model</source>
        <translation>{0} 파일이 너무 큽니다: 모델은 {1:,} MB까지입니다</translation>
    </message>
    <message>
        <source>{0} is damaged or is not a model that Keras saved</source>
        <translation>{0} 파일은 손상되었거나 Keras가 저장한 모델이 아닙니다</translation>
    </message>
    <message>
        <source>{0} holds weights, but not the model they belong to: expected one saved as a whole</source>
        <translation>{0}에는 가중치만 있고 모델이 없습니다: 통째로 저장한 모델이어야 합니다</translation>
    </message>
    <message>
        <source>{0}: its description of the model is nested too deeply</source>
        <translation>{0}: 모델 설명이 너무 깊이 중첩되어 있습니다</translation>
    </message>
    <message>
        <source>{0}: its description of the model is not valid JSON: {1}</source>
        <translation>{0}: 모델 설명이 올바른 JSON이 아닙니다: {1}</translation>
    </message>
    <message>
        <source>{0} holds no config.json: it is not a model that Keras saved</source>
        <translation>{0}에 config.json이 없습니다: Keras가 저장한 모델이 아닙니다</translation>
    </message>
    <message>
        <source>{0} keeps its weights in {1}: expected {2}</source>
        <translation>{0}의 가중치가 {1}에 있습니다: {2}에 있어야 합니다</translation>
    </message>
    <message>
        <source>{0} is not a model that Keras saved: {1!r} in it leads out of it</source>
        <translation>{0}은(는) Keras가 저장한 모델이 아닙니다: 안의 {1!r}이(가) 바깥을 가리킵니다</translation>
    </message>
    <message>
        <source>{0} is not a model that Keras saved: expected a few files in it, each once</source>
        <translation>{0}은(는) Keras가 저장한 모델이 아닙니다: 몇 개의 파일이 하나씩만 있어야 합니다</translation>
    </message>
    <message>
        <source>{0} is not a model that Keras saved: it is packed in another way</source>
        <translation>{0}은(는) Keras가 저장한 모델이 아닙니다: 다른 방식으로 묶여 있습니다</translation>
    </message>
    <message>
        <source>an array of numbers is not known</source>
        <translation>숫자 배열은 지원하지 않습니다</translation>
    </message>
    <message>
        <source>a model of its own is not known</source>
        <translation>모델이 들어 있는 것은 지원하지 않습니다</translation>
    </message>
    <message>
        <source>{0} of Keras 2 is another function than that of Keras 3</source>
        <translation>Keras 2의 {0}은(는) Keras 3의 것과 다른 함수입니다</translation>
    </message>
    <message>
        <source>{0} of {1} is not known</source>
        <translation>{1}의 {0}은(는) 지원하지 않습니다</translation>
    </message>
    <message>
        <source>{0} is not known</source>
        <translation>{0}은(는) 지원하지 않습니다</translation>
    </message>
    <message>
        <source>the shape of what comes in is not said, so that the weights of {0} cannot be checked</source>
        <translation>들어오는 것의 형태가 적혀 있지 않아 {0}의 가중치를 확인할 수 없습니다</translation>
    </message>
    <message>
        <source>its layers feed each other in a circle</source>
        <translation>층들이 서로 고리를 이루어 이어져 있습니다</translation>
    </message>
    <message>
        <source>{0} goes into it twice</source>
        <translation>{0}이(가) 두 번 들어갑니다</translation>
    </message>
    <message>
        <source>{0} cannot be loaded: {1}</source>
        <translation>{0} 파일을 불러올 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>it is used in several places, and its weights cannot be in all of them</source>
        <translation>여러 곳에서 쓰이는데 가중치가 그 모두에 있을 수는 없습니다</translation>
    </message>
    <message>
        <source>Its metrics are not all such that a recipe here can have them: {0}</source>
        <translation>평가 지표 가운데 여기 학습 설정에 담을 수 없는 것이 있습니다: {0}</translation>
    </message>
    <message>
        <source>Its loss is none that a recipe here can have: {0}</source>
        <translation>손실 함수를 여기 학습 설정에 담을 수 없습니다: {0}</translation>
    </message>
    <message>
        <source>Its optimizer is none that a recipe here can have: {0}</source>
        <translation>옵티마이저를 여기 학습 설정에 담을 수 없습니다: {0}</translation>
    </message>
    <message>
        <source>several losses</source>
        <translation>손실 함수가 여럿입니다</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>너무 깊이 중첩되어 있습니다</translation>
    </message>
    <message>
        <source>no config</source>
        <translation>config가 없습니다</translation>
    </message>
    <message>
        <source>told something that a recipe cannot hold</source>
        <translation>학습 설정에 담을 수 없는 값이 있습니다</translation>
    </message>
    <message>
        <source>another optimizer</source>
        <translation>다른 옵티마이저입니다</translation>
    </message>
    <message>
        <source>another schedule</source>
        <translation>다른 학습률 일정입니다</translation>
    </message>
    <message>
        <source>not a name</source>
        <translation>이름이 아닙니다</translation>
    </message>
    <message>
        <source>{0} has {1:,} MB of weights, more than a project can hold ({2} MB)</source>
        <translation>{0}의 가중치가 {1:,} MB로, 프로젝트에 담을 수 있는 크기({2} MB)를 넘습니다</translation>
    </message>
    <message>
        <source>{0} has not the weights of its model: expected {1:,} bytes, got {2:,}</source>
        <translation>{0}에 모델의 가중치가 다 있지 않습니다: {1:,}바이트여야 하는데 {2:,}바이트입니다</translation>
    </message>
    <message>
        <source>{0}: the weights of {1} do not fit: expected {2} arrays, got {3}</source>
        <translation>{0}: {1}의 가중치가 맞지 않습니다: 배열이 {2}개여야 하는데 {3}개입니다</translation>
    </message>
    <message>
        <source>{0}: the {1} of {2} does not fit: expected {3}, got {4}</source>
        <translation>{0}: {2}의 {1}이(가) 맞지 않습니다: {3}이어야 하는데 {4}입니다</translation>
    </message>
    <message>
        <source>{0}: the {1} of {2} has a number that is not finite</source>
        <translation>{0}: {2}의 {1}에 유한하지 않은 숫자가 있습니다</translation>
    </message>
    <message>
        <source>the clock of a run cannot be read</source>
        <translation>실행의 시각을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>its contents do not match their checksum</source>
        <translation>내용이 체크섬과 맞지 않습니다</translation>
    </message>
    <message>
        <source>the {0} weights of run {1} do not match their checksum</source>
        <translation>실행 {1}의 {0} 가중치가 체크섬과 맞지 않습니다</translation>
    </message>
    <message>
        <source>a change of a run cannot be read ({0})</source>
        <translation>실행의 변경 내용을 읽을 수 없습니다({0})</translation>
    </message>
    <message>
        <source>the label of a run cannot be read ({0})</source>
        <translation>실행의 이름표를 읽을 수 없습니다({0})</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화</translation>
    </message>
    <message>
        <source>Regularizer</source>
        <translation>규제</translation>
    </message>
    <message>
        <source>Width and depth</source>
        <translation>너비와 깊이</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>A race needs 2 to {0} different values, got {1}</source>
        <translation>경주에는 서로 다른 값 2~{0}개가 필요합니다. 지금은 {1}개입니다</translation>
    </message>
    <message>
        <source>There is no optimizer &quot;{0}&quot; to race</source>
        <translation>경주할 수 있는 옵티마이저 &quot;{0}&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>Expected numbers from {0} on, separated by commas; got &quot;{1}&quot;</source>
        <translation>{0} 이상의 숫자를 쉼표로 나눠 적어야 하는데 &quot;{1}&quot;입니다</translation>
    </message>
    <message>
        <source>There is no activation &quot;{0}&quot; to race</source>
        <translation>경주할 수 있는 활성화 함수 &quot;{0}&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>There is no regularizer &quot;{0}&quot; to race</source>
        <translation>경주할 수 있는 규제 &quot;{0}&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>There is no size &quot;{0}&quot; to race</source>
        <translation>경주할 수 있는 크기 &quot;{0}&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>There are no data to learn from: choose some first</source>
        <translation>학습할 데이터가 없습니다: 먼저 고르세요</translation>
    </message>
    <message>
        <source>run {0} does not match its checksum</source>
        <translation>실행 {0}이(가) 체크섬과 맞지 않습니다</translation>
    </message>
    <message>
        <source>run {0} cannot be read ({1})</source>
        <translation>실행 {0}을(를) 읽을 수 없습니다({1})</translation>
    </message>
    <message>
        <source>Output alone</source>
        <translation>출력만</translation>
    </message>
    <message>
        <source>{0} layers</source>
        <translation>층 {0}개</translation>
    </message>
    <message>
        <source>A project without data cannot be written as a script: choose some data first</source>
        <translation>데이터가 없는 프로젝트는 스크립트로 쓸 수 없습니다: 먼저 데이터를 고르세요</translation>
    </message>
    <message>
        <source>the project does not match its checksum</source>
        <translation>프로젝트가 체크섬과 맞지 않습니다</translation>
    </message>
    <message>
        <source>its tables cannot be read ({0})</source>
        <translation>표를 읽을 수 없습니다({0})</translation>
    </message>
    <message>
        <source>Windows keeps the name {0} for a device; take another name</source>
        <translation>Windows에서 {0}은(는) 장치 이름입니다. 다른 이름을 쓰세요</translation>
    </message>
    <message>
        <source>on Windows no name of a file has {0!r} in it; take another name</source>
        <translation>Windows에서는 파일 이름에 {0!r}을(를) 쓸 수 없습니다. 다른 이름을 쓰세요</translation>
    </message>
    <message>
        <source>on Windows no name of a file ends in a space or a full stop; take another name</source>
        <translation>Windows에서는 파일 이름이 빈칸이나 마침표로 끝날 수 없습니다. 다른 이름을 쓰세요</translation>
    </message>
    <message>
        <source>The links form a circle: take one of them out.</source>
        <translation>연결이 고리를 이룹니다: 하나를 빼세요.</translation>
    </message>
    <message>
        <source>The network has no {0} that is linked.</source>
        <translation>네트워크에 연결된 {0}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>{0} has no shape: choose data or give it one.</source>
        <translation>{0}에 형태가 없습니다: 데이터를 고르거나 형태를 정하세요.</translation>
    </message>
    <message>
        <source>{0}: there is no layer kind {1!r}.</source>
        <translation>{0}: {1!r}(이)라는 층 종류는 없습니다.</translation>
    </message>
    <message>
        <source>{0} has no link coming in.</source>
        <translation>{0}(으)로 들어오는 연결이 없습니다.</translation>
    </message>
    <message>
        <source>{0} takes one link, but {1} come in: join them first.</source>
        <translation>{0}은(는) 연결을 하나만 받는데 {1}개가 들어옵니다: 먼저 합치세요.</translation>
    </message>
    <message>
        <source>{0} leads to no Output: link it or take it out.</source>
        <translation>{0}이(가) 출력층으로 이어지지 않습니다: 연결하거나 빼세요.</translation>
    </message>
    <message>
        <source>{0} ({1}) cannot be built: {2}</source>
        <translation>{0}({1})을(를) 만들 수 없습니다: {2}</translation>
    </message>
    <message>
        <source>There is no layer {0} with weights in the network that stands.</source>
        <translation>지금 네트워크에는 가중치가 있는 {0} 층이 없습니다.</translation>
    </message>
    <message>
        <source>{0} has no weights that it learns.</source>
        <translation>{0}에는 학습하는 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>The layer has another shape by now: the weights before cannot be put back.</source>
        <translation>층의 형태가 바뀌어 이전 가중치를 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>A weight has to be a finite number: {0} would not be one.</source>
        <translation>가중치는 유한한 숫자여야 하는데 {0}은(는) 그렇지 않게 됩니다.</translation>
    </message>
    <message>
        <source>{0} is gone or damaged: the weights before cannot be put back.</source>
        <translation>{0} 파일이 없거나 손상되어 이전 가중치를 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>{0!r} is watched, but the run only has {1}.</source>
        <translation>{0!r}을(를) 지켜보도록 했지만 이 실행에는 {1}만 있습니다.</translation>
    </message>
    <message>
        <source>Keras does not know whether more or less {0} is better: watch the loss instead.</source>
        <translation>{0}은(는) 클수록 좋은지 작을수록 좋은지 Keras가 모릅니다: 대신 손실을 지켜보세요.</translation>
    </message>
    <message>
        <source>The compiled steps use a variable that is not part of the run.</source>
        <translation>컴파일된 단계가 실행에 속하지 않는 변수를 씁니다.</translation>
    </message>
    <message>
        <source>There is no optimizer called {0!r}; expected one of {1}.</source>
        <translation>{0!r}(이)라는 옵티마이저는 없습니다. {1} 가운데 하나여야 합니다.</translation>
    </message>
    <message>
        <source>There is no schedule called {0!r}; expected one of {1}.</source>
        <translation>{0!r}(이)라는 학습률 일정은 없습니다. {1} 가운데 하나여야 합니다.</translation>
    </message>
    <message>
        <source>There is no loss called {0!r}.</source>
        <translation>{0!r}(이)라는 손실 함수는 없습니다.</translation>
    </message>
    <message>
        <source>{0} cannot be used so: {1}</source>
        <translation>{0}은(는) 이렇게 쓸 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>There is no metric called {0!r}.</source>
        <translation>{0!r}(이)라는 평가 지표는 없습니다.</translation>
    </message>
    <message>
        <source>The learning rate follows a schedule, so that reduce_on_plateau cannot change it.</source>
        <translation>학습률이 일정을 따르므로 reduce_on_plateau가 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>reduce_on_plateau cannot be used so: {0}</source>
        <translation>reduce_on_plateau는 이렇게 쓸 수 없습니다: {0}</translation>
    </message>
    <message>
        <source>There is no data yet: choose what the network is to learn from.</source>
        <translation>아직 데이터가 없습니다: 네트워크가 학습할 것을 고르세요.</translation>
    </message>
    <message>
        <source>The data have no {0} part.</source>
        <translation>데이터에 {0} 부분이 없습니다.</translation>
    </message>
    <message>
        <source>There is no format {0!r}; expected one of {1}.</source>
        <translation>{0!r} 형식은 없습니다. {1} 가운데 하나여야 합니다.</translation>
    </message>
    <message>
        <source>The network was not exported: as {0} it answers otherwise, by up to {1:.2g} on {2} samples.</source>
        <translation>네트워크를 내보내지 않았습니다: {0} 형식에서는 샘플 {2}개에서 답이 최대 {1:.2g}만큼 달라집니다.</translation>
    </message>
    <message>
        <source>The network was not exported as {0}: {1}</source>
        <translation>네트워크를 {0} 형식으로 내보내지 못했습니다: {1}</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>에포크 {0}</translation>
    </message>
    <message>
        <source>Training failed in {0}: {1} became infinite or not a number; {2} are back. Try a smaller learning rate, or scale the inputs.</source>
        <translation>{0}에서 학습이 실패했습니다: {1}이(가) 무한대가 되거나 숫자가 아니게 되었습니다. {2}(으)로 되돌렸습니다. 학습률을 낮추거나 입력의 크기를 조정해 보세요.</translation>
    </message>
    <message>
        <source>numbers in {0}</source>
        <translation>{0}의 값</translation>
    </message>
    <message>
        <source>the weights after epoch {0}</source>
        <translation>에포크 {0} 뒤의 가중치</translation>
    </message>
    <message>
        <source>the initial weights</source>
        <translation>처음 가중치</translation>
    </message>
    <message>
        <source>epoch {0}, batch {1}</source>
        <translation>에포크 {0}, 배치 {1}</translation>
    </message>
    <message>
        <source>Training failed in {0} of the validation part: {1} became infinite or not a number there, though not in training; {2} are back. Look for validation rows far from all training rows, or try a smaller learning rate.</source>
        <translation>검증 데이터의 {0}에서 학습이 실패했습니다: 훈련에서는 괜찮았지만 여기서 {1}이(가) 무한대가 되거나 숫자가 아니게 되었습니다. {2}(으)로 되돌렸습니다. 훈련 행들과 동떨어진 검증 행을 찾아보거나 학습률을 낮춰 보세요.</translation>
    </message>
    <message>
        <source>the optimizer&apos;s averages</source>
        <translation>옵티마이저의 평균값</translation>
    </message>
    <message>
        <source>the loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>the answers of {0}</source>
        <translation>{0}의 출력</translation>
    </message>
    <message>
        <source>the optimizer&apos;s averages of {0}</source>
        <translation>{0}에 대한 옵티마이저의 평균값</translation>
    </message>
    <message>
        <source>{0} is not a file of Keras weights: its groups are nested too deeply.</source>
        <translation>{0}은(는) Keras 가중치 파일이 아닙니다: 그룹이 너무 깊이 중첩되어 있습니다.</translation>
    </message>
    <message>
        <source>{0}: its weights would unpack to {1:,} bytes.</source>
        <translation>{0}: 가중치를 풀면 {1:,}바이트가 됩니다.</translation>
    </message>
    <message>
        <source>{0} is in Keras&apos;s old HDF5 format: save it as .weights.h5 or .keras with Keras 3.</source>
        <translation>{0}은(는) Keras의 옛 HDF5 형식입니다: Keras 3에서 .weights.h5나 .keras로 저장하세요.</translation>
    </message>
    <message>
        <source>{0} has no weights for {1}: it holds another network.</source>
        <translation>{0}에 {1}의 가중치가 없습니다: 다른 네트워크의 파일입니다.</translation>
    </message>
    <message>
        <source>{0}: {1} does not fit: expected {2} arrays, got {3}.</source>
        <translation>{0}: {1}이(가) 맞지 않습니다: 배열이 {2}개여야 하는데 {3}개입니다.</translation>
    </message>
    <message>
        <source>{0} holds no {1}.</source>
        <translation>{0}에 {1}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is no such sample in the data.</source>
        <translation>데이터에 그런 샘플이 없습니다.</translation>
    </message>
    <message>
        <source>The network has no such code.</source>
        <translation>네트워크에 그런 코드가 없습니다.</translation>
    </message>
    <message>
        <source>The answer is too large to be shown.</source>
        <translation>답이 너무 커서 보여 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>The network has no such unit.</source>
        <translation>네트워크에 그런 유닛이 없습니다.</translation>
    </message>
    <message>
        <source>There is no snapshot of epoch {0}.</source>
        <translation>에포크 {0}의 스냅샷이 없습니다.</translation>
    </message>
    <message>
        <source>There are no snapshots of this run.</source>
        <translation>이 실행에는 스냅샷이 없습니다.</translation>
    </message>
    <message>
        <source>There is no weight in row {0} and column {1} of this layer.</source>
        <translation>이 층의 {0}행 {1}열에는 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>The state of the run does not fit these data: expected a place within {0} training and {1} validation batches, got {2} and {3}.</source>
        <translation>실행 상태가 이 데이터와 맞지 않습니다: 훈련 배치 {0}개와 검증 배치 {1}개 안이어야 하는데 {2}와 {3}입니다.</translation>
    </message>
    <message>
        <source>{0}: the state of its run does not fit this network and recipe.</source>
        <translation>{0}: 실행 상태가 이 네트워크와 학습 설정에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{0} is damaged: the state of its run cannot be read.</source>
        <translation>{0} 파일이 손상되었습니다: 실행 상태를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Stopped after {0}: the network, the data or the recipe has changed.</source>
        <translation>{0} 뒤에 멈췄습니다: 네트워크나 데이터, 학습 설정이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Loading the data was stopped: everything is as it was.</source>
        <translation>데이터 불러오기를 멈췄습니다: 모두 그대로입니다.</translation>
    </message>
    <message>
        <source>{0} failed unexpectedly ({1}); the engine&apos;s log has the details.</source>
        <translation>{0} 작업이 예기치 않게 실패했습니다({1}). 자세한 내용은 엔진 로그에 있습니다.</translation>
    </message>
    <message>
        <source>{0} needs more memory than there is. Make the layers, the batch size or the data smaller, or close other programs.</source>
        <translation>{0} 작업에 메모리가 모자랍니다. 층이나 배치 크기, 데이터를 줄이거나 다른 프로그램을 닫으세요.</translation>
    </message>
    <message>
        <source>epoch {0:,}</source>
        <translation>에포크 {0:,}</translation>
    </message>
    <message>
        <source>less than one epoch</source>
        <translation>한 에포크가 되기 전</translation>
    </message>
    <message>
        <source>There is no network yet: draw one and choose data first.</source>
        <translation>아직 네트워크가 없습니다: 먼저 그리고 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>There are no data to learn from: choose some.</source>
        <translation>학습할 데이터가 없습니다: 고르세요.</translation>
    </message>
    <message>
        <source>--strategy spreads learning from answers, but the recipe has another method: leave it out</source>
        <translation>--strategy는 정답으로 학습할 때만 나눌 수 있는데 학습 설정의 방법이 다릅니다. 이 옵션을 빼세요</translation>
    </message>
    <message>
        <source>--strategy needs rows that fit into memory; these are read from the disk while training</source>
        <translation>--strategy에는 메모리에 들어가는 행이 필요한데, 이 데이터는 학습하면서 디스크에서 읽습니다</translation>
    </message>
    <message>
        <source>--strategy: expected a batch size that {0} replicas can share evenly, and a row for each, got batches of {1} of {2} rows</source>
        <translation>--strategy: 복제본 {0}개가 고르게 나눌 수 있는 배치 크기와 각각 한 행 이상이 필요한데, 행 {2}개에 배치 크기가 {1}입니다</translation>
    </message>
    <message>
        <source>--strategy {0}: {1}</source>
        <translation>--strategy {0}: {1}</translation>
    </message>
    <message>
        <source>The state does not fit: expected {0} arrays, got {1}.</source>
        <translation>상태가 맞지 않습니다: 배열이 {0}개여야 하는데 {1}개입니다.</translation>
    </message>
    <message>
        <source>The state of {0} does not fit: expected shape {1}, got {2}.</source>
        <translation>{0}의 상태가 맞지 않습니다: 형태가 {1}이어야 하는데 {2}입니다.</translation>
    </message>
    <message>
        <source>class_weight names the class {0!r}, but the classes are {1}.</source>
        <translation>class_weight에 {0!r} 클래스가 있지만 클래스는 {1}입니다.</translation>
    </message>
    <message>
        <source>The output has {0} units, but the target has {1} numbers a row.</source>
        <translation>출력층의 유닛은 {0}개인데 정답은 행마다 숫자 {1}개입니다.</translation>
    </message>
    <message>
        <source>class_weight is for classes, but the task is {0}.</source>
        <translation>class_weight는 분류에 쓰는 것인데 과제가 {0}입니다.</translation>
    </message>
    <message>
        <source>The output has {0} units, but the data have {1} classes.</source>
        <translation>출력층의 유닛은 {0}개인데 데이터의 클래스는 {1}개입니다.</translation>
    </message>
    <message>
        <source>{0}: a layer that varies pictures is expected, got {1}.</source>
        <translation>{0}: 그림을 변형하는 층이어야 하는데 {1}입니다.</translation>
    </message>
    <message>
        <source>{0}: expected a .weights.h5, .keras, .npz or .safetensors file.</source>
        <translation>{0}: .weights.h5, .keras, .npz, .safetensors 파일이어야 합니다.</translation>
    </message>
    <message>
        <source>{0} holds no weights that fit this network.</source>
        <translation>{0}에 이 네트워크에 맞는 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>{0} holds {1} arrays of weights, but this network has {2}.</source>
        <translation>{0}에는 가중치 배열이 {1}개인데 이 네트워크는 {2}개입니다.</translation>
    </message>
    <message>
        <source>{0} is damaged or is not a file of weights.</source>
        <translation>{0} 파일은 손상되었거나 가중치 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{0}: {1} has a weight that is not a finite number.</source>
        <translation>{0}: {1}에 유한하지 않은 가중치가 있습니다.</translation>
    </message>
    <message>
        <source>{0}: the {1} of {2} does not fit: expected {3}, got {4}.</source>
        <translation>{0}: {2}의 {1}이(가) 맞지 않습니다: {3}이어야 하는데 {4}입니다.</translation>
    </message>
    <message>
        <source>Press Train to start again with a fresh engine.</source>
        <translation>학습을 누르면 새 엔진으로 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Make the layers, the batch size or the data smaller, or close other programs, and press Train again.</source>
        <translation>층이나 배치 크기, 데이터를 줄이거나 다른 프로그램을 닫고 학습을 다시 누르세요.</translation>
    </message>
    <message>
        <source>The engine sent a broken message {0}: {1}. {2}</source>
        <translation>{0} 엔진이 잘못된 메시지를 보냈습니다: {1}. {2}</translation>
    </message>
    <message>
        <source>The engine had not answered for {0:.0f} seconds {1} and was ended. {2}</source>
        <translation>{1} 엔진이 {0:.0f}초 동안 응답하지 않아 끝냈습니다. {2}</translation>
    </message>
    <message>
        <source>during the race</source>
        <translation>경주 중에</translation>
    </message>
    <message>
        <source>after epoch {0:,}</source>
        <translation>에포크 {0:,} 뒤에</translation>
    </message>
    <message>
        <source>before the first epoch was done</source>
        <translation>첫 에포크가 끝나기 전에</translation>
    </message>
    <message>
        <source>Another race starts with a fresh engine.</source>
        <translation>다시 경주하면 새 엔진으로 시작합니다.</translation>
    </message>
    <message>
        <source>Race fewer variants, make the layers, the batch size or the data smaller, or close other programs.</source>
        <translation>경주하는 변형의 수를 줄이거나, 층, 배치 크기, 데이터를 줄이거나, 다른 프로그램을 닫으세요.</translation>
    </message>
    <message>
        <source>it closed its pipe</source>
        <translation>파이프를 닫았습니다</translation>
    </message>
    <message>
        <source>exit code {0}</source>
        <translation>종료 코드 {0}</translation>
    </message>
    <message>
        <source>The engine ended before it was ready ({0}).</source>
        <translation>엔진이 준비되기 전에 끝났습니다({0}).</translation>
    </message>
    <message>
        <source>The engine ended in the middle of a message {0} ({1}).</source>
        <translation>{0} 엔진이 메시지를 보내다가 끝났습니다({1}).</translation>
    </message>
    <message>
        <source>The engine ended without saying why {0} ({1}).</source>
        <translation>{0} 엔진이 까닭을 알리지 않고 끝났습니다({1}).</translation>
    </message>
    <message>
        <source>The engine crashed ({0}) {1}. {2}</source>
        <translation>{1} 엔진이 비정상 종료되었습니다({0}). {2}</translation>
    </message>
    <message>
        <source>The engine could not be started: {0}.</source>
        <translation>엔진을 시작할 수 없습니다: {0}.</translation>
    </message>
    <message>
        <source>The engine speaks protocol {0} where {1} was expected: two versions of nnviz are mixed; install it again.</source>
        <translation>엔진의 프로토콜이 {1}이어야 하는데 {0}입니다: nnviz의 두 버전이 섞여 있습니다. 다시 설치하세요.</translation>
    </message>
    <message>
        <source>{0} It said: {1}</source>
        <translation>{0} 마지막 말: {1}</translation>
    </message>
    <message>
        <source>The system killed the engine {0}: most likely the memory ran out. {1}</source>
        <translation>{0} 시스템이 엔진을 강제로 끝냈습니다: 메모리가 모자랐을 가능성이 큽니다. {1}</translation>
    </message>
    <message>
        <source>The engine was ended from outside {0}. {1}</source>
        <translation>{0} 엔진이 밖에서 종료되었습니다. {1}</translation>
    </message>
    <message>
        <source>The engine ran out of memory {0}. {1}</source>
        <translation>{0} 엔진의 메모리가 모자라게 되었습니다. {1}</translation>
    </message>
    <message>
        <source>Leave {0} out</source>
        <translation>{0} 빼기</translation>
    </message>
    <message>
        <source>Values of {0} far from the others, below {2:g} or above {3:g}: {1:,}</source>
        <translation>{0}에 다른 값들과 동떨어진 값이 있습니다({2:g} 미만 또는 {3:g} 초과): {1:,}개</translation>
    </message>
    <message>
        <source>The class {0} has few rows: {1}, expected at least {2}</source>
        <translation>클래스 {0}의 행이 너무 적습니다: {1}개, 최소 {2}개가 필요합니다</translation>
    </message>
    <message>
        <source>The classes are uneven: {0} has {1:,} rows, {2} has {3:,}</source>
        <translation>클래스가 고르지 않습니다: {0}은(는) {1:,}행, {2}은(는) {3:,}행입니다</translation>
    </message>
    <message>
        <source>Weigh the classes</source>
        <translation>클래스에 가중치 주기</translation>
    </message>
    <message>
        <source>The classes of {0} leave out {1}</source>
        <translation>{0}의 클래스 번호에 {1}이(가) 빠져 있습니다</translation>
    </message>
    <message>
        <source>The class {0} has no rows</source>
        <translation>클래스 {0}에 해당하는 행이 없습니다</translation>
    </message>
    <message>
        <source>{0} is {1} in every row: nothing can be learned from it</source>
        <translation>{0}은(는) 모든 행에서 {1}입니다: 여기서 배울 것이 없습니다</translation>
    </message>
    <message>
        <source>{0} is the same as the target {1}: there would be nothing to learn</source>
        <translation>{0}은(는) 목표 {1}과(와) 똑같습니다: 배울 것이 없어집니다</translation>
    </message>
    <message>
        <source>{0} is {1} in {2:,} of {3:,} rows</source>
        <translation>{0}은(는) {3:,}행 중 {2:,}행에서 {1}입니다</translation>
    </message>
    <message>
        <source>{0} is the same as {1} in every row</source>
        <translation>{0}은(는) 모든 행에서 {1}과(와) 똑같습니다</translation>
    </message>
    <message>
        <source>{0} numbers the rows: what holds for one number says nothing of another</source>
        <translation>{0}은(는) 행 번호 같은 값입니다: 한 번호에서 배운 것은 다른 번호에 쓸모가 없습니다</translation>
    </message>
    <message>
        <source>{0} alone tells the target {1}: is it known before the answer is?</source>
        <translation>{0}만으로 목표 {1}을(를) 알 수 있습니다: 답이 나오기 전에 알 수 있는 값인가요?</translation>
    </message>
    <message>
        <source>More columns of which the same holds: {0:,}</source>
        <translation>같은 문제가 있는 열이 더 있습니다: {0:,}개</translation>
    </message>
    <message>
        <source>Rows that are the same as an earlier one: {0:,} of {1:,}</source>
        <translation>앞의 행과 똑같은 행: {1:,}개 중 {0:,}개</translation>
    </message>
    <message>
        <source>Validation rows that are among those to learn from: {0:,} of {1:,}</source>
        <translation>학습 데이터에도 들어 있는 검증 행: {1:,}개 중 {0:,}개</translation>
    </message>
    <message>
        <source>Test rows that are among those to learn from: {0:,} of {1:,}</source>
        <translation>학습 데이터에도 들어 있는 시험 행: {1:,}개 중 {0:,}개</translation>
    </message>
    <message>
        <source>Leave repeated rows out</source>
        <translation>중복된 행 빼기</translation>
    </message>
    <message>
        <source>{0} is a step, which has no slope to learn by: it and all layers before it stay as they are</source>
        <translation>{0}은(는) 계단 함수라 학습할 기울기가 없습니다. 이 층과 그 앞의 모든 층이 그대로 남습니다</translation>
    </message>
    <message>
        <source>one number</source>
        <translation>같은 수</translation>
    </message>
    <message>
        <source>Whether {0} has a value tells the target {1}: is it known before the answer is?</source>
        <translation>{0}에 값이 있는지만으로 목표 {1}을(를) 알 수 있습니다. 정답보다 먼저 알 수 있는 값인가요?</translation>
    </message>
    <message>
        <source>{0} has pictures of {1!r}, which is none of the classes to learn.</source>
        <translation>{0}에 {1!r} 그림이 있지만, 학습할 클래스에 없습니다.</translation>
    </message>
    <message>
        <source>{0} has no pictures in its {1} subfolders.</source>
        <translation>{0}의 하위 폴더 {1}개에 그림이 없습니다.</translation>
    </message>
    <message>
        <source>{0} has no rows.</source>
        <translation>{0}에 행이 없습니다.</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>row {0}, line {1}</source>
        <translation>{0}행, {1}번째 줄</translation>
    </message>
    <message>
        <source>{0} is one half of IDX data: expected its labels beside it, as train-images-idx3-ubyte has train-labels-idx1-ubyte.</source>
        <translation>{0}은(는) IDX 데이터의 절반입니다. train-images-idx3-ubyte와 train-labels-idx1-ubyte처럼 레이블 파일이 옆에 있어야 합니다.</translation>
    </message>
    <message>
        <source>{0} holds no data: expected one subfolder of pictures for each class, a table, arrays or IDX files.</source>
        <translation>{0}에 데이터가 없습니다. 클래스마다 그림 하위 폴더 하나, 또는 표, 배열, IDX 파일이 있어야 합니다.</translation>
    </message>
    <message>
        <source>{0} is one half of IDX data: expected its images beside it, as train-images-idx3-ubyte has train-labels-idx1-ubyte.</source>
        <translation>{0}은(는) IDX 데이터의 절반입니다. train-images-idx3-ubyte와 train-labels-idx1-ubyte처럼 이미지 파일이 옆에 있어야 합니다.</translation>
    </message>
    <message>
        <source>{0} is a picture: choose the folder that has one subfolder of pictures for each class.</source>
        <translation>{0}은(는) 그림입니다. 클래스마다 그림 하위 폴더가 하나씩 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{0} holds labels: expected the .npy file of the samples beside it.</source>
        <translation>{0}에는 레이블이 들어 있습니다. 샘플의 .npy 파일이 옆에 있어야 합니다.</translation>
    </message>
    <message>
        <source>{0} has {1} columns, but the network has {2} inputs.</source>
        <translation>{0}에는 열이 {1}개 있는데 네트워크의 입력은 {2}개입니다.</translation>
    </message>
    <message>
        <source>{0} has no pictures.</source>
        <translation>{0}에 그림이 없습니다.</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>{0} is {1}, but the network learned from samples of shape {2}.</source>
        <translation>{0}은(는) {1}인데, 네트워크는 {2} 모양의 샘플로 학습했습니다.</translation>
    </message>
    <message>
        <source>{0} has {1} rows, but a window has {2} steps.</source>
        <translation>{0}에는 행이 {1}개 있는데 창은 {2}단계입니다.</translation>
    </message>
    <message>
        <source>{0} lacks the columns {1}; its columns are {2}.</source>
        <translation>{0}에 {1} 열이 없습니다. 열은 {2}입니다.</translation>
    </message>
    <message>
        <source>{0} names none of the inputs, so its columns are taken by their place: {1}.</source>
        <translation>{0}에 입력과 이름이 같은 열이 없어서 열을 자리 순서대로 받았습니다: {1}.</translation>
    </message>
    <message>
        <source>{0} has no readable pictures: {1}</source>
        <translation>{0}에 읽을 수 있는 그림이 없습니다: {1}</translation>
    </message>
    <message>
        <source>{0} has samples of shape {1}, but the network learned from {2}.</source>
        <translation>{0}의 샘플 모양은 {1}인데, 네트워크는 {2} 모양으로 학습했습니다.</translation>
    </message>
    <message>
        <source>{0} has no array &apos;x&apos;; it holds {1}.</source>
        <translation>{0}에 배열 &apos;x&apos;가 없습니다. {1}이(가) 있습니다.</translation>
    </message>
    <message>
        <source>{0}: a value is missing, and the training data had none to fill it with.</source>
        <translation>{0}: 값이 빠져 있는데, 훈련 데이터에 채울 값이 없었습니다.</translation>
    </message>
    <message>
        <source>{0} is larger than the memory, so a working copy of {1:.1f} GB is needed in {2}, but the disk is full: make room there, or use fewer rows.</source>
        <translation>{0}이(가) 메모리보다 커서 {2}에 {1:.1f} GB의 작업용 사본이 필요한데 디스크가 가득 찼습니다. 공간을 비우거나 행을 줄이세요.</translation>
    </message>
    <message>
        <source>These data are larger than the memory of this computer, and a script reads them whole: none is written.</source>
        <translation>데이터가 이 컴퓨터의 메모리보다 큰데 스크립트는 전체를 읽으므로, 스크립트를 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>The columns of a series are numbers in time order: expected only steps that fill or scale them.</source>
        <translation>시계열의 열은 시간 순서의 숫자입니다. 채우거나 스케일링하는 단계만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Window, horizon and stride are at least 1 step, not {0}, {1} and {2}.</source>
        <translation>창, 예측 거리, 보폭은 1단계 이상이어야 합니다. 지금은 {0}, {1}, {2}입니다.</translation>
    </message>
    <message>
        <source>A window of {0} steps and a horizon of {1} need at least {2} rows for two windows, but there are {3}.</source>
        <translation>창 {0}단계와 예측 거리 {1}로 창 두 개를 만들려면 행이 {2}개 이상 필요하지만 {3}개뿐입니다.</translation>
    </message>
    <message>
        <source>{0} windows are left out, since the value to be forecast is missing.</source>
        <translation>예측할 값이 빠져 있어 창 {0}개를 뺐습니다.</translation>
    </message>
    <message>
        <source>{0} has no column of numbers.</source>
        <translation>{0}에 숫자 열이 없습니다.</translation>
    </message>
    <message>
        <source>{0!r} is text, and a series is made of numbers.</source>
        <translation>{0!r}은(는) 글자인데, 시계열은 숫자로 이루어집니다.</translation>
    </message>
    <message>
        <source>{0!r} of {1} is text, and a series is made of numbers.</source>
        <translation>{1}의 {0!r}은(는) 글자인데, 시계열은 숫자로 이루어집니다.</translation>
    </message>
    <message>
        <source>{0}: {1!r} has no value, and a series has no gaps.</source>
        <translation>{0}: {1!r}에 값이 없습니다. 시계열에는 빈 곳이 없어야 합니다.</translation>
    </message>
    <message>
        <source>The target {0!r} is text with {1} different values in {2} rows, too many to be classes.</source>
        <translation>목표 {0!r}은(는) {2}행에 서로 다른 값이 {1}개인 글자 열이라, 클래스로 삼기에는 너무 많습니다.</translation>
    </message>
    <message>
        <source>The rows of {0} are pictures, whose pixels are prepared together: expected only steps that drop columns or rows.</source>
        <translation>{0}의 행은 그림이라 픽셀을 함께 전처리합니다. 열이나 행을 빼는 단계만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>{0!r} is a column of numbers; to part the rows, it holds train, validation or test.</source>
        <translation>{0!r}은(는) 숫자 열입니다. 행을 나누려면 train, validation, test가 있어야 합니다.</translation>
    </message>
    <message>
        <source>{0}: {1!r} holds {2}; expected train, validation or test.</source>
        <translation>{0}: {1!r}의 값이 {2}입니다. train, validation, test 중 하나여야 합니다.</translation>
    </message>
    <message>
        <source>{0!r} says train in no row: none are left to learn from.</source>
        <translation>{0!r}에 train인 행이 없어 학습할 행이 없습니다.</translation>
    </message>
    <message>
        <source>{0}: {1!r} holds {2}; to order the rows, expected a number or a date such as 2024-03-31 or 2024-03-31 14:05.</source>
        <translation>{0}: {1!r}의 값이 {2}입니다. 순서를 정하려면 숫자나 2024-03-31, 2024-03-31 14:05 같은 날짜여야 합니다.</translation>
    </message>
    <message>
        <source>{0} has no value in the target {1!r}.</source>
        <translation>{0}의 목표 {1!r}에 값이 없습니다.</translation>
    </message>
    <message>
        <source>{0} rows without a target were left out, the first one in {1}.</source>
        <translation>목표가 없는 행 {0}개를 뺐습니다. 첫 번째는 {1}입니다.</translation>
    </message>
    <message>
        <source>without a value</source>
        <translation>빈 값이 있는 행</translation>
    </message>
    <message>
        <source>that repeat an earlier one</source>
        <translation>앞의 행과 같음</translation>
    </message>
    <message>
        <source>{0}: a step leaves out all {1} rows, since they are {2}.</source>
        <translation>{0}: 한 단계가 {1}개 행을 모두 뺍니다. 이유: {2}.</translation>
    </message>
    <message>
        <source>{0} rows that repeat an earlier one were left out, the first one in {1}.</source>
        <translation>앞의 행과 같은 행 {0}개를 뺐습니다. 첫 번째는 {1}입니다.</translation>
    </message>
    <message>
        <source>{0} rows without a value were left out, the first one in {1}.</source>
        <translation>값이 없는 행 {0}개를 뺐습니다. 첫 번째는 {1}입니다.</translation>
    </message>
    <message>
        <source>{0} has a header and no rows below it.</source>
        <translation>{0}에는 머리글만 있고 그 아래에 행이 없습니다.</translation>
    </message>
    <message>
        <source>The file was read as {0}.</source>
        <translation>파일을 {0} 인코딩으로 읽었습니다.</translation>
    </message>
    <message>
        <source>Numbers were read with a decimal comma in {0}.</source>
        <translation>{0}의 숫자를 소수점 쉼표로 읽었습니다.</translation>
    </message>
    <message>
        <source>{0} cannot be read as a table: {1}</source>
        <translation>{0}을(를) 표로 읽을 수 없습니다: {1}</translation>
    </message>
    <message>
        <source>is text with {0} different values in {1} rows</source>
        <translation>{1}행에 서로 다른 값이 {0}개인 글자 열입니다</translation>
    </message>
    <message>
        <source>{0} has no column to learn from besides the target.</source>
        <translation>{0}에는 목표 말고 학습할 열이 없습니다.</translation>
    </message>
    <message>
        <source>The rows are parted by the words in {0!r} or in the order of {1!r}, but not by both.</source>
        <translation>행은 {0!r}의 낱말로 나누거나 {1!r}의 순서로 나누며, 둘을 함께 쓸 수는 없습니다.</translation>
    </message>
    <message>
        <source>A picture&apos;s shape is height, width and channels, not {0}.</source>
        <translation>그림의 모양은 높이, 너비, 채널이어야 하는데 {0}입니다.</translation>
    </message>
    <message>
        <source>A picture of {0} has {1} numbers, but a row has {2}.</source>
        <translation>{0} 그림에는 수가 {1}개인데 행에는 {2}개 있습니다.</translation>
    </message>
    <message>
        <source>{0} has {1} columns, but {2} has {3}.</source>
        <translation>{0}에는 열이 {1}개 있는데 {2}에는 {3}개 있습니다.</translation>
    </message>
    <message>
        <source>has no value in any row</source>
        <translation>어느 행에도 값이 없습니다</translation>
    </message>
    <message>
        <source>{0!r} cannot be an input: it {1}.</source>
        <translation>{0!r}은(는) 입력이 될 수 없습니다. {1}.</translation>
    </message>
    <message>
        <source>{0!r} is left out: it {1}.</source>
        <translation>{0!r}을(를) 뺐습니다. {1}.</translation>
    </message>
    <message>
        <source>The picture in row {0} of the data has a missing value.</source>
        <translation>데이터 {0}행의 그림에 빠진 값이 있습니다.</translation>
    </message>
    <message>
        <source>{0!r} is chosen as an input and as the target.</source>
        <translation>{0!r}이(가) 입력과 목표로 모두 선택되었습니다.</translation>
    </message>
    <message>
        <source>Every row has a single 1 in the {0} target columns, so they were read as {0} classes.</source>
        <translation>모든 행이 목표 열 {0}개 가운데 하나에만 1이 있어 클래스 {0}개로 읽었습니다.</translation>
    </message>
    <message>
        <source>The target {0!r} is {1} in every row: there is nothing to tell apart.</source>
        <translation>목표 {0!r}이(가) 모든 행에서 {1}이라 구별할 것이 없습니다.</translation>
    </message>
    <message>
        <source>A yes-or-no target has 2 different values, but {0!r} has {1}.</source>
        <translation>예/아니요 목표에는 서로 다른 값이 2개여야 하는데 {0!r}에는 {1}개 있습니다.</translation>
    </message>
    <message>
        <source>The target {0!r} has {1} different values, too many to be classes.</source>
        <translation>목표 {0!r}에는 서로 다른 값이 {1}개 있어 클래스로 삼기에는 너무 많습니다.</translation>
    </message>
    <message>
        <source>The {0} target columns are not one class in 0s and a single 1; take one column.</source>
        <translation>목표 열 {0}개가 0과 하나의 1로 된 클래스가 아닙니다. 열 하나를 고르세요.</translation>
    </message>
    <message>
        <source>A yes-or-no target is one column, but {0} are chosen.</source>
        <translation>예/아니요 목표는 열 하나여야 하는데 {0}개가 선택되었습니다.</translation>
    </message>
    <message>
        <source>Regression needs numbers, but {0!r} is text: {1} has {2}.</source>
        <translation>회귀에는 숫자가 필요한데 {0!r}은(는) 글자입니다. {1}의 값: {2}.</translation>
    </message>
    <message>
        <source>{0}: a label is 0 or 1, but {1!r} is {2}.</source>
        <translation>{0}: 레이블은 0이나 1이어야 하는데 {1!r}이(가) {2}입니다.</translation>
    </message>
    <message>
        <source>The target has {0} columns here and {1} in training.</source>
        <translation>목표가 여기서는 {0}열인데 훈련에서는 {1}열입니다.</translation>
    </message>
    <message>
        <source>{0}: {1!r} is {2}, which is none of the {3} classes of the training data ({4}).</source>
        <translation>{0}: {1!r}의 값 {2}은(는) 훈련 데이터의 클래스 {3}개({4})에 없습니다.</translation>
    </message>
    <message>
        <source>{0}: the class in {1!r} is {2}, but a class is a whole number or a name.</source>
        <translation>{0}: {1!r}의 클래스가 {2}입니다. 클래스는 정수나 이름이어야 합니다.</translation>
    </message>
    <message>
        <source>A delimiter is one character, not {0!r}.</source>
        <translation>구분자는 한 글자여야 하는데 {0!r}입니다.</translation>
    </message>
    <message>
        <source>Column {0} has the name of another: called {1!r}.</source>
        <translation>{0}번 열의 이름이 다른 열과 같아 {1!r}(으)로 바꿨습니다.</translation>
    </message>
    <message>
        <source>Column {0} has no name: called {1!r}.</source>
        <translation>{0}번 열에 이름이 없어 {1!r}(으)로 정했습니다.</translation>
    </message>
    <message>
        <source>{0}, line {1}: there is more in a cell behind its closing quote.</source>
        <translation>{0}, {1}번째 줄: 셀의 닫는 따옴표 뒤에 내용이 더 있습니다.</translation>
    </message>
    <message>
        <source>the header has</source>
        <translation>머리글</translation>
    </message>
    <message>
        <source>the first row has</source>
        <translation>첫 행</translation>
    </message>
    <message>
        <source>{0}, line {1}: expected {2} columns as {3}, but got {4}.</source>
        <translation>{0}, {1}번째 줄: {3}처럼 열이 {2}개여야 하는데 {4}개입니다.</translation>
    </message>
    <message>
        <source>{0}, line {1}: a cell is {2} characters long; is a quote left open before it?</source>
        <translation>{0}, {1}번째 줄: 셀이 {2}자나 됩니다. 그 앞에서 따옴표가 닫히지 않은 것 아닐까요?</translation>
    </message>
    <message>
        <source>{0}, line {1}: a quote is opened and never closed.</source>
        <translation>{0}, {1}번째 줄: 따옴표가 열리고 닫히지 않았습니다.</translation>
    </message>
    <message>
        <source>{0} has from 4 to {1} samples, not {2}.</source>
        <translation>{0}의 샘플은 4개부터 {1}개까지인데 {2}개입니다.</translation>
    </message>
    <message>
        <source>The noise of {0} is a standard deviation from 0 up, not {1:g}.</source>
        <translation>{0}의 잡음은 0 이상의 표준편차여야 하는데 {1:g}입니다.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>median</source>
        <translation>중앙값</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>most frequent value</source>
        <translation>최빈값</translation>
    </message>
    <message>
        <source>regression</source>
        <translation>회귀</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>예/아니요</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>레이블</translation>
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
        <source>{0} names the column {1}, but the data have none of that name</source>
        <translation>{0}에 적힌 열 {1}은(는) 데이터에 없습니다</translation>
    </message>
    <message>
        <source>Take all columns</source>
        <translation>모든 열 사용</translation>
    </message>
    <message>
        <source>No Output answers {0}: name it in one of them</source>
        <translation>{0}에 답하는 출력층이 없습니다: 출력층 하나에 적어 주세요</translation>
    </message>
    <message>
        <source>Answer it in {0}</source>
        <translation>{0}에서 답하기</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>The gradient vanishes on its way back: in {0} it is {1} times weaker than in {2}, so the first layers do not learn.</source>
        <translation>기울기가 되돌아오면서 사라집니다. {0}에서는 {2}보다 {1}배 약해서 앞쪽 층이 학습하지 못합니다.</translation>
    </message>
    <message>
        <source>Every unit of {0} answers 0 to every row: nothing gets past it, so nothing is learned.</source>
        <translation>{0}의 모든 유닛이 모든 행에 0을 냅니다. 아무것도 지나가지 못해 학습되지 않습니다.</translation>
    </message>
    <message>
        <source>{0} of the units of {1} answer 0 to every row: they no longer learn.</source>
        <translation>{1}의 유닛 중 {0}가 모든 행에 0을 냅니다. 이 유닛들은 더 이상 학습하지 않습니다.</translation>
    </message>
    <message>
        <source>Dead units, by layer</source>
        <translation>층별 죽은 유닛</translation>
    </message>
    <message>
        <source>Gradient, by layer</source>
        <translation>층별 기울기</translation>
    </message>
    <message>
        <source>The gradient explodes on its way back: in {0} it is {1} times stronger than in {2}.</source>
        <translation>기울기가 되돌아오면서 폭발합니다. {0}에서는 {2}보다 {1}배 강합니다.</translation>
    </message>
    <message>
        <source>The gradient explodes: in {0} it is {1} times stronger than when the run began.</source>
        <translation>기울기가 폭발합니다. {0}에서 학습을 시작할 때보다 {1}배 강합니다.</translation>
    </message>
    <message>
        <source>The numbers became infinite after epoch {0}: the steps were too large.</source>
        <translation>에포크 {0} 다음에 수가 무한대가 되었습니다. 한 걸음이 너무 컸습니다.</translation>
    </message>
    <message>
        <source>All weights of {0} start with the same number, so its units stay alike and learn as one.</source>
        <translation>{0}의 모든 가중치가 같은 수에서 시작해서, 유닛들이 계속 똑같이 하나처럼 학습합니다.</translation>
    </message>
    <message>
        <source>Nothing is learned: after {0} epochs the loss is {1}, and guessing gives {2}.</source>
        <translation>학습된 것이 없습니다. {0}에포크 뒤 손실이 {1}인데 찍어도 {2}입니다.</translation>
    </message>
    <message>
        <source>The loss is {0}, worse than guessing ({1}), and stays there: the learning rate is too high.</source>
        <translation>손실이 {0}으로 찍는 것({1})보다 나쁘고 나아지지 않습니다. 학습률이 너무 높습니다.</translation>
    </message>
    <message>
        <source>The loss jumps by {0} from epoch to epoch, and a step changes {1} of the weights: the learning rate is too high.</source>
        <translation>손실이 에포크마다 {0}씩 널뛰고 한 걸음에 가중치의 {1}가 바뀝니다. 학습률이 너무 높습니다.</translation>
    </message>
    <message>
        <source>Since epoch {0} the network learns by heart: its loss is {1} on the training rows, and has risen from {2} to {3} on the validation rows.</source>
        <translation>에포크 {0}부터 네트워크가 데이터를 외우고 있습니다. 훈련 데이터의 손실은 {1}이지만 검증 데이터에서는 {2}에서 {3}으로 올랐습니다.</translation>
    </message>
    <message>
        <source>Vary the pictures</source>
        <translation>그림 변형</translation>
    </message>
    <message>
        <source>More samples</source>
        <translation>샘플 더 많이</translation>
    </message>
    <message>
        <source>Learning rate {0}</source>
        <translation>학습률 {0}</translation>
    </message>
    <message>
        <source>Clip gradients</source>
        <translation>기울기 자르기</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Use relu</source>
        <translation>relu 사용</translation>
    </message>
    <message>
        <source>Start from random weights</source>
        <translation>무작위 가중치로 시작</translation>
    </message>
    <message>
        <source>Normalize each layer</source>
        <translation>층마다 정규화</translation>
    </message>
    <message>
        <source>Dropout {0}</source>
        <translation>드롭아웃 {0}</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 규제</translation>
    </message>
    <message>
        <source>Half the units</source>
        <translation>유닛 절반으로</translation>
    </message>
    <message>
        <source>A tenth of the learning rate</source>
        <translation>학습률 10분의 1로</translation>
    </message>
    <message>
        <source>Ten times the learning rate</source>
        <translation>학습률 10배로</translation>
    </message>
    <message>
        <source>Use leaky relu</source>
        <translation>leaky relu 사용</translation>
    </message>
    <message>
        <source>{0}</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} of {1} is another</source>
        <translation>{1}의 {0} 값이 바뀌었습니다</translation>
    </message>
    <message>
        <source>softmax shares 1 out among all that comes into {0}, and there is more or less now</source>
        <translation>softmax는 {0}에 들어오는 모든 값이 1을 나눠 갖는데 그 수가 바뀌었습니다</translation>
    </message>
    <message>
        <source>what comes into {0} has another size</source>
        <translation>{0}에 들어오는 크기가 바뀌었습니다</translation>
    </message>
    <message>
        <source>{0} joins other layers than before</source>
        <translation>{0}이(가) 합치는 층이 바뀌었습니다</translation>
    </message>
    <message>
        <source>units cannot be followed through {0}</source>
        <translation>{0}을(를) 지나는 유닛은 추적할 수 없습니다</translation>
    </message>
    <message>
        <source>{0} is new and changes what passes through it</source>
        <translation>새 층 {0}이(가) 지나가는 값을 바꿉니다</translation>
    </message>
    <message>
        <source>some weights of {0} are others</source>
        <translation>{0}의 일부 가중치가 바뀌었습니다</translation>
    </message>
    <message>
        <source>the network has other outputs</source>
        <translation>네트워크의 출력층이 바뀌었습니다</translation>
    </message>
    <message>
        <source>other units come into {0} than before</source>
        <translation>{0}에 다른 유닛이 들어옵니다</translation>
    </message>
    <message>
        <source>{0} takes samples of another shape</source>
        <translation>{0}이(가) 받는 표본의 모양이 바뀌었습니다</translation>
    </message>
    <message>
        <source>{0} is new</source>
        <translation>새 층 {0}</translation>
    </message>
    <message>
        <source>{0} gives other answers than before</source>
        <translation>{0}의 출력이 바뀌었습니다</translation>
    </message>
    <message>
        <source>{0} is new and too narrow to pass on what comes in: {1} of {2}</source>
        <translation>새 층 {0}은(는) 좁아서 들어온 값을 다 넘길 수 없습니다: {2}개 중 {1}개</translation>
    </message>
    <message>
        <source>{0} is new, and passes on what comes in only with padding same and strides of 1</source>
        <translation>새 층 {0}은(는) padding이 same이고 strides가 1일 때만 들어온 값을 그대로 넘깁니다</translation>
    </message>
    <message>
        <source>{0} is new, and {1} changes what comes in</source>
        <translation>새 층 {0}의 {1}이(가) 들어온 값을 바꿉니다</translation>
    </message>
    <message>
        <source>what comes into {0} is computed otherwise</source>
        <translation>{0}에 들어오는 값의 계산이 바뀌었습니다</translation>
    </message>
    <message>
        <source>{0} gives {1} answers, and it gave {2}</source>
        <translation>{0}의 출력이 {2}개에서 {1}개로 바뀌었습니다</translation>
    </message>
    <message>
        <source>{0} of {1} shares 1 out among all units, and there are others now</source>
        <translation>{1}의 {0}은(는) 모든 유닛이 1을 나눠 갖는데 유닛이 바뀌었습니다</translation>
    </message>
    <message>
        <source>the groups of {0} are others</source>
        <translation>{0}의 그룹이 바뀌었습니다</translation>
    </message>
    <message>
        <source>{0} takes the mean over all units, and there are others now</source>
        <translation>{0}은(는) 모든 유닛의 평균을 쓰는데 유닛이 바뀌었습니다</translation>
    </message>
    <message>
        <source>inputs of {0}: {1} of {2} gone</source>
        <translation>{0}의 입력: {2}개 중 {1}개 사라짐</translation>
    </message>
    <message>
        <source>inputs of {0}: {1} of {2} new</source>
        <translation>{0}의 입력: {2}개 중 {1}개 새로</translation>
    </message>
    <message>
        <source>{0} looks at other layers than before</source>
        <translation>{0}이(가) 보는 층이 바뀌었습니다</translation>
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
        <source>A step changes {0} of the weights, and the loss has fallen by {1} only: the learning rate is too low.</source>
        <translation>한 걸음에 가중치의 {0}만 바뀌고 손실은 {1}밖에 줄지 않았습니다. 학습률이 너무 낮습니다.</translation>
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
        <source>Steps are shown of Input, hidden (Dense) and Output layers, but {0} is {1}</source>
        <translation>한 단계는 입력, 은닉(Dense), 출력 층만 보여 주는데 {0}은(는) {1}입니다</translation>
    </message>
    <message>
        <source>Steps are shown of layers in one row, from one Input to one Output</source>
        <translation>한 단계는 입력 하나에서 출력 하나까지 한 줄로 이어진 층만 보여 줍니다</translation>
    </message>
    <message>
        <source>Steps are shown of samples that are a row of numbers</source>
        <translation>한 단계는 샘플이 숫자 한 줄일 때만 보여 줍니다</translation>
    </message>
    <message>
        <source>Steps are shown of up to {0} units a layer, but {1} has {2}</source>
        <translation>한 단계는 층마다 유닛 {0}개까지 보여 주는데 {1}에는 {2}개가 있습니다</translation>
    </message>
    <message>
        <source>Steps are shown of up to {0} weights, but this network has {1}</source>
        <translation>한 단계는 가중치 {0}개까지 보여 주는데 이 네트워크에는 {1}개가 있습니다</translation>
    </message>
    <message>
        <source>Steps are shown of up to {0} layers, but this network has {1}</source>
        <translation>한 단계는 층 {0}개까지 보여 주는데 이 네트워크에는 {1}개가 있습니다</translation>
    </message>
    <message>
        <source>The derivative of {0} is not shown yet: choose another activation for {1}</source>
        <translation>{0}의 미분은 아직 보여 주지 않습니다. {1}에 다른 활성화 함수를 고르세요</translation>
    </message>
    <message>
        <source>Steps are shown of relu without a threshold or a largest answer, but {0} has one</source>
        <translation>한 단계는 문턱값이나 최댓값이 없는 relu만 보여 주는데 {0}에는 있습니다</translation>
    </message>
    <message>
        <source>Steps are shown without a penalty on answers, but {0} has one</source>
        <translation>한 단계는 출력 규제가 없을 때만 보여 주는데 {0}에는 있습니다</translation>
    </message>
    <message>
        <source>Steps are shown without limits on weights, but {0} has one</source>
        <translation>한 단계는 가중치 제한이 없을 때만 보여 주는데 {0}에는 있습니다</translation>
    </message>
    <message>
        <source>The derivative of the loss {0} is not shown yet: choose another loss</source>
        <translation>손실 {0}의 미분은 아직 보여 주지 않습니다. 다른 손실을 고르세요</translation>
    </message>
    <message>
        <source>Steps with {0} are shown of sigmoid: choose it for {1}</source>
        <translation>{0}의 한 단계는 sigmoid에서만 보여 줍니다. {1}에 sigmoid를 고르세요</translation>
    </message>
    <message>
        <source>Steps with {0} are shown of softmax: choose it for {1}</source>
        <translation>{0}의 한 단계는 softmax에서만 보여 줍니다. {1}에 softmax를 고르세요</translation>
    </message>
    <message>
        <source>The update of {0} is not shown: choose SGD, RMSprop or Adam to see one</source>
        <translation>{0}의 갱신은 보여 주지 않습니다. 보려면 SGD, RMSprop 또는 Adam을 고르세요</translation>
    </message>
    <message>
        <source>The update is shown without {0}, which this optimizer uses</source>
        <translation>갱신은 {0} 없이만 보여 주는데 이 옵티마이저는 그것을 씁니다</translation>
    </message>
    <message>
        <source>Steps are shown with L1 and L2 penalties, but {0} has another one</source>
        <translation>한 단계는 L1과 L2 규제만 보여 주는데 {0}에는 다른 규제가 있습니다</translation>
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
    <name>SeriesRow</name>
    <message>
        <source>Steps seen</source>
        <translation>보는 스텝</translation>
    </message>
    <message>
        <source>Steps ahead</source>
        <translation>예측할 스텝</translation>
    </message>
    <message>
        <source>A sample every</source>
        <translation>샘플 간격</translation>
    </message>
    <message>
        <source>How many rows in a stretch the network is given.</source>
        <translation>네트워크가 한 번에 보는 연속한 행의 수입니다.</translation>
    </message>
    <message>
        <source>How many rows after these the value lies that is forecast.</source>
        <translation>그 뒤로 몇 행 뒤의 값을 예측하는지 정합니다.</translation>
    </message>
    <message>
        <source>How many rows lie between the beginnings of two samples: 1 takes them all.</source>
        <translation>두 샘플의 시작 사이에 있는 행의 수입니다. 1이면 모두 씁니다.</translation>
    </message>
</context>
<context>
    <name>ShapeSection</name>
    <message>
        <source>Shape</source>
        <translation>형태</translation>
    </message>
    <message>
        <source>The shapes differ</source>
        <translation>형태가 서로 다릅니다</translation>
    </message>
</context>
<context>
    <name>SharedView</name>
    <message>
        <source>Curves of the runs on shared axes</source>
        <translation>공동 축에 그린 실행 곡선</translation>
    </message>
    <message>
        <source>dashed: validation</source>
        <translation>점선: 검증</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>외 {count}개</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>에포크 {epoch}</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation>키보드와 마우스</translation>
    </message>
    <message>
        <source>On the diagram</source>
        <translation>다이어그램에서</translation>
    </message>
    <message>
        <source>With the mouse</source>
        <translation>마우스로</translation>
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
    <name>StartButton</name>
    <message>
        <source>Start from a template…</source>
        <translation>템플릿에서 시작…</translation>
    </message>
</context>
<context>
    <name>StateLine</name>
    <message>
        <source>{0} More notes: {1}.</source>
        <translation>{0} 알림 {1}개 더.</translation>
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
    <name>StepRow</name>
    <message>
        <source>How</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Values that never came up in training</source>
        <translation>훈련에 없던 값</translation>
    </message>
    <message>
        <source>What a value of another file is that never came up in training</source>
        <translation>훈련에 없던 값이 다른 파일에 나오면 어떻게 할지</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>열 선택</translation>
    </message>
    <message>
        <source>Do this step earlier</source>
        <translation>이 단계를 앞으로</translation>
    </message>
    <message>
        <source>Do this step later</source>
        <translation>이 단계를 뒤로</translation>
    </message>
    <message>
        <source>Take this step out</source>
        <translation>이 단계 삭제</translation>
    </message>
    <message>
        <source>None ticked: {0}.</source>
        <translation>선택하지 않으면: {0}.</translation>
    </message>
    <message>
        <source>Tick what is to be left out.</source>
        <translation>뺄 열을 선택하세요.</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} 외 {1}개</translation>
    </message>
</context>
<context>
    <name>Stepping</name>
    <message>
        <source>Choose data first: a step is done on one sample of them.</source>
        <translation>먼저 데이터를 고르세요. 한 단계는 데이터의 샘플 하나로 진행합니다.</translation>
    </message>
    <message>
        <source>The numbers come as soon as the network is built.</source>
        <translation>네트워크가 만들어지면 숫자가 나타납니다.</translation>
    </message>
    <message>
        <source>What the optimizer remembered then is not known, so the update is not shown.</source>
        <translation>그때 옵티마이저가 기억하던 값을 알 수 없어 갱신은 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>The weights after {0} epochs</source>
        <translation>{0} 에포크 후의 가중치</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Fill missing values</source>
        <translation>빈 값 채우기</translation>
    </message>
    <message>
        <source>Cells without a value get one: median, mean, the most frequent value, or one of yours.</source>
        <translation>빈 칸을 채웁니다. 중앙값, 평균, 가장 흔한 값 또는 직접 정한 값으로.</translation>
    </message>
    <message>
        <source>Text to inputs of 0 or 1 (one-hot)</source>
        <translation>글자를 0과 1 입력으로(원-핫)</translation>
    </message>
    <message>
        <source>One input for each value, so that no value counts as more than another: for most text.</source>
        <translation>값마다 입력 하나를 만들어 어느 값도 다른 값보다 크지 않게 합니다. 대부분의 글자 열에 알맞습니다.</translation>
    </message>
    <message>
        <source>Text to one number (label)</source>
        <translation>글자를 숫자 하나로(레이블)</translation>
    </message>
    <message>
        <source>One input with the number of the value: where their order means something, or there are very many.</source>
        <translation>값의 번호를 담은 입력 하나로 만듭니다. 순서에 뜻이 있거나 값이 아주 많을 때 씁니다.</translation>
    </message>
    <message>
        <source>Scale numbers</source>
        <translation>숫자 스케일 맞추기</translation>
    </message>
    <message>
        <source>Large figures drown small ones: brings all to a size that networks learn from.</source>
        <translation>큰 숫자는 작은 숫자를 묻어 버립니다. 모두 네트워크가 배우기 좋은 크기로 맞춥니다.</translation>
    </message>
    <message>
        <source>Take the logarithm</source>
        <translation>로그 취하기</translation>
    </message>
    <message>
        <source>log(1 + x), for figures that reach from ones to millions, as prices and counts do.</source>
        <translation>log(1 + x): 가격이나 개수처럼 한 자리에서 백만까지 퍼진 숫자에 씁니다.</translation>
    </message>
    <message>
        <source>Leave columns out</source>
        <translation>열 빼기</translation>
    </message>
    <message>
        <source>They are no inputs any more: names, numbers of rows, what gives the answer away.</source>
        <translation>더는 입력이 아닙니다. 이름, 행 번호, 정답을 미리 알려 주는 열에 씁니다.</translation>
    </message>
    <message>
        <source>Leave rows out</source>
        <translation>행 빼기</translation>
    </message>
    <message>
        <source>Rows without a value, or rows that came before, are left out before anything is parted.</source>
        <translation>빈 값이 있는 행이나 앞에 나온 행을 나누기 전에 뺍니다.</translation>
    </message>
    <message>
        <source>These columns are no inputs.</source>
        <translation>이 열들은 입력이 아닙니다.</translation>
    </message>
    <message>
        <source>Rows without a value in these columns are not used.</source>
        <translation>이 열에 빈 값이 있는 행은 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Of rows that are alike in these columns, the first one is kept.</source>
        <translation>이 열들이 같은 행 가운데 첫 행만 남깁니다.</translation>
    </message>
    <message>
        <source>Each value of the column becomes an input that is 1 for it and 0 otherwise.</source>
        <translation>열의 값마다 입력 하나가 생겨, 그 값이면 1, 아니면 0이 됩니다.</translation>
    </message>
    <message>
        <source>Each value becomes its number, from 0, in the order of the alphabet.</source>
        <translation>값마다 가나다(알파벳) 순서로 0부터 번호를 붙입니다.</translation>
    </message>
    <message>
        <source>A cell without a value gets the median of the training rows.</source>
        <translation>빈 칸에 훈련 행의 중앙값을 넣습니다.</translation>
    </message>
    <message>
        <source>A cell without a value gets the mean of the training rows.</source>
        <translation>빈 칸에 훈련 행의 평균을 넣습니다.</translation>
    </message>
    <message>
        <source>A cell without a value gets the most frequent one of the training rows.</source>
        <translation>빈 칸에 훈련 행에서 가장 흔한 값을 넣습니다.</translation>
    </message>
    <message>
        <source>A cell without a value gets this one.</source>
        <translation>빈 칸에 이 값을 넣습니다.</translation>
    </message>
    <message>
        <source>The mean becomes 0 and the deviation 1, by the training rows.</source>
        <translation>훈련 행을 기준으로 평균을 0, 표준편차를 1로 만듭니다.</translation>
    </message>
    <message>
        <source>The smallest value becomes 0 and the largest 1, by the training rows.</source>
        <translation>훈련 행을 기준으로 가장 작은 값을 0, 가장 큰 값을 1로 만듭니다.</translation>
    </message>
    <message>
        <source>Divided by 255, as pixels are.</source>
        <translation>픽셀처럼 255로 나눕니다.</translation>
    </message>
    <message>
        <source>x becomes log(1 + x); another step may scale it then.</source>
        <translation>x가 log(1 + x)가 됩니다. 그 뒤 다른 단계로 스케일을 맞출 수 있습니다.</translation>
    </message>
    <message>
        <source>These numbers stay as they are.</source>
        <translation>이 숫자들은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>new values refused</source>
        <translation>새 값 거부</translation>
    </message>
    <message>
        <source>new values ignored</source>
        <translation>새 값 무시</translation>
    </message>
    <message>
        <source>without a value</source>
        <translation>빈 값이 있는 행</translation>
    </message>
    <message>
        <source>that came before</source>
        <translation>앞에 나온 행</translation>
    </message>
    <message>
        <source>with the median</source>
        <translation>중앙값으로</translation>
    </message>
    <message>
        <source>with the mean</source>
        <translation>평균으로</translation>
    </message>
    <message>
        <source>with the most frequent</source>
        <translation>가장 흔한 값으로</translation>
    </message>
    <message>
        <source>with this value</source>
        <translation>이 값으로</translation>
    </message>
    <message>
        <source>one-hot</source>
        <translation>원-핫</translation>
    </message>
    <message>
        <source>label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>mean 0, deviation 1</source>
        <translation>평균 0, 표준편차 1</translation>
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
        <source>logarithm</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>all columns of text</source>
        <translation>모든 글자 열</translation>
    </message>
    <message>
        <source>all columns</source>
        <translation>모든 열</translation>
    </message>
    <message>
        <source>choose columns</source>
        <translation>열 선택</translation>
    </message>
    <message>
        <source>all columns of numbers</source>
        <translation>모든 숫자 열</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>The name of the layer.</source>
        <translation>층의 이름입니다.</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>출력 모양</translation>
    </message>
    <message>
        <source>The shape of its output for one sample.</source>
        <translation>샘플 하나에 대한 출력의 모양입니다.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>All its weights.</source>
        <translation>모든 가중치의 수입니다.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Its class in Keras.</source>
        <translation>Keras의 클래스입니다.</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>곱셈-덧셈</translation>
    </message>
    <message>
        <source>Multiplications by weights, each with its addition, for one sample.</source>
        <translation>샘플 하나에 대해 가중치를 곱하고 더하는 횟수입니다.</translation>
    </message>
    <message>
        <source>Weight memory</source>
        <translation>가중치 메모리</translation>
    </message>
    <message>
        <source>Memory of its weights, in float32.</source>
        <translation>가중치가 차지하는 메모리입니다(float32).</translation>
    </message>
    <message>
        <source>Sample memory</source>
        <translation>샘플 메모리</translation>
    </message>
    <message>
        <source>Memory of its output for one sample, in float32.</source>
        <translation>샘플 하나의 출력이 차지하는 메모리입니다(float32).</translation>
    </message>
    <message>
        <source>Batch memory</source>
        <translation>배치 메모리</translation>
    </message>
    <message>
        <source>Memory of its output for a batch of {0}, in float32.</source>
        <translation>크기 {0}인 배치의 출력이 차지하는 메모리입니다(float32).</translation>
    </message>
    <message>
        <source>Trainable</source>
        <translation>학습됨</translation>
    </message>
    <message>
        <source>The weights that training changes by their gradient.</source>
        <translation>학습이 기울기로 바꾸는 가중치의 수입니다.</translation>
    </message>
    <message>
        <source>Non-trainable</source>
        <translation>학습 안 됨</translation>
    </message>
    <message>
        <source>The weights that it does not, as the moving averages of a normalization.</source>
        <translation>학습이 기울기로 바꾸지 않는 가중치의 수입니다. 정규화의 이동 평균 등이 그렇습니다.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
</context>
<context>
    <name>SummaryPane</name>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the table, or save it</source>
        <translation>표를 복사하거나 저장합니다</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown으로 복사</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>LaTeX로 복사</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV로 저장…</translation>
    </message>
    <message>
        <source>Every layer and what it costs appears here</source>
        <translation>층마다 드는 비용이 여기에 표시됩니다</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
    <message>
        <source>Save the summary</source>
        <translation>요약 저장</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>Summary of the layers</source>
        <translation>층 요약</translation>
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
        <source>A decision surface needs data with one or two inputs</source>
        <translation>결정 경계는 입력이 하나나 둘인 데이터에서 볼 수 있습니다</translation>
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
        <source>{0} columns, counting the rows…</source>
        <translation>열 {0}개, 행을 세는 중…</translation>
    </message>
    <message>
        <source>{0} rows, {1} columns</source>
        <translation>{0}행, {1}열</translation>
    </message>
    <message>
        <source>Click the head of a column to forecast it, to learn from it, or to leave it out</source>
        <translation>열 머리를 클릭해 예측할지, 입력으로 쓸지, 뺄지 고르세요</translation>
    </message>
    <message>
        <source>The last column is predicted: click the head of another one to change that</source>
        <translation>마지막 열을 예측합니다. 바꾸려면 다른 열의 머리를 클릭하세요</translation>
    </message>
    <message>
        <source>Click the head of a column to predict it, to learn from it, or to leave it out</source>
        <translation>열 머리를 클릭해 예측할지, 입력으로 쓸지, 뺄지 고르세요</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Validation and test</source>
        <translation>검증과 테스트</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>입력 다듬기</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>증강</translation>
    </message>
    <message>
        <source>A closer look</source>
        <translation>자세히 보기</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>볼 내용</translation>
    </message>
</context>
<context>
    <name>TemplateGallery</name>
    <message>
        <source>New from template</source>
        <translation>템플릿으로 새로 만들기</translation>
    </message>
    <message>
        <source>On {0}</source>
        <translation>{0} 데이터로</translation>
    </message>
    <message>
        <source>With their own data</source>
        <translation>템플릿의 데이터로</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Brings {0}; takes {1}</source>
        <translation>{0} 데이터 포함; {1}에 사용</translation>
    </message>
    <message>
        <source>On your data, the network and the recipe are replaced; Undo brings them back.</source>
        <translation>지금 데이터에 쓰면 네트워크와 학습 설정이 바뀌며, 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Opens as a new project.</source>
        <translation>새 프로젝트로 엽니다.</translation>
    </message>
</context>
<context>
    <name>TemplateOpener</name>
    <message>
        <source>Use the template {0}</source>
        <translation>{0} 템플릿 사용</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Perceptron</source>
        <translation>퍼셉트론</translation>
    </message>
    <message>
        <source>One layer of weights: a straight line between two answers.</source>
        <translation>가중치 한 층: 두 답 사이에 직선 하나를 긋습니다.</translation>
    </message>
    <message>
        <source>any data</source>
        <translation>모든 데이터</translation>
    </message>
    <message>
        <source>Multilayer perceptron</source>
        <translation>다층 퍼셉트론</translation>
    </message>
    <message>
        <source>Hidden layers bend the line: the network for a table.</source>
        <translation>은닉층이 선을 구부립니다. 표 데이터에 쓰는 네트워크입니다.</translation>
    </message>
    <message>
        <source>Two inputs</source>
        <translation>두 입력</translation>
    </message>
    <message>
        <source>Two parts of the columns, each with a branch of its own, joined later.</source>
        <translation>열을 둘로 나누어 따로 받아들이고 나중에 합칩니다.</translation>
    </message>
    <message>
        <source>a table of columns</source>
        <translation>여러 열의 표</translation>
    </message>
    <message>
        <source>LeNet</source>
        <translation>LeNet</translation>
    </message>
    <message>
        <source>Convolution and pooling, then hidden layers: the first network to read digits.</source>
        <translation>합성곱과 풀링 뒤에 은닉층: 숫자를 처음 읽어 낸 네트워크입니다.</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>CNN with augmentation</source>
        <translation>데이터 증강 CNN</translation>
    </message>
    <message>
        <source>Moves, turns and zooms its pictures, so that it overfits less.</source>
        <translation>그림을 옮기고 돌리고 확대하여 과적합을 줄입니다.</translation>
    </message>
    <message>
        <source>Small ResNet</source>
        <translation>작은 ResNet</translation>
    </message>
    <message>
        <source>Shortcuts around blocks of convolutions keep gradients strong in deep networks.</source>
        <translation>합성곱 블록을 건너뛰는 지름길이 깊은 네트워크에서도 기울기를 지켜 줍니다.</translation>
    </message>
    <message>
        <source>LSTM forecaster</source>
        <translation>LSTM 예측기</translation>
    </message>
    <message>
        <source>Reads a series step by step and says what comes next.</source>
        <translation>시계열을 한 단계씩 읽고 다음 값을 말합니다.</translation>
    </message>
    <message>
        <source>a series</source>
        <translation>시계열</translation>
    </message>
    <message>
        <source>Transformer encoder</source>
        <translation>트랜스포머 인코더</translation>
    </message>
    <message>
        <source>Attention lets every step look at all others; pictures are read row by row.</source>
        <translation>어텐션으로 모든 단계가 서로를 봅니다. 그림은 한 줄씩 읽습니다.</translation>
    </message>
    <message>
        <source>a series or pictures</source>
        <translation>시계열이나 그림</translation>
    </message>
    <message>
        <source>Autoencoder</source>
        <translation>오토인코더</translation>
    </message>
    <message>
        <source>Squeezes each sample into a code of a few numbers, and unfolds it again.</source>
        <translation>샘플을 몇 개의 숫자로 된 코드로 줄였다가 다시 펼칩니다.</translation>
    </message>
    <message>
        <source>U-Net</source>
        <translation>U-Net</translation>
    </message>
    <message>
        <source>Takes the noise out of pictures; what is fine is handed across.</source>
        <translation>그림에서 잡음을 없앱니다. 세밀한 부분은 가로질러 건네집니다.</translation>
    </message>
    <message>
        <source>pictures with sides divisible by 4</source>
        <translation>변이 4의 배수인 그림</translation>
    </message>
    <message>
        <source>Generator against discriminator</source>
        <translation>생성자와 판별자의 대결</translation>
    </message>
    <message>
        <source>A GAN: one makes up samples, the other tells them from real ones.</source>
        <translation>GAN: 하나는 표본을 만들어 내고, 다른 하나는 그것을 진짜와 가려냅니다.</translation>
    </message>
    <message>
        <source>rows of numbers</source>
        <translation>숫자로 된 행</translation>
    </message>
</context>
<context>
    <name>Threshold</name>
    <message>
        <source>Threshold</source>
        <translation>문턱값</translation>
    </message>
</context>
<context>
    <name>TimeTravel</name>
    <message>
        <source>Another run goes on from epoch {0}; the one before is kept</source>
        <translation>에포크 {0}부터 새 실행이 이어집니다. 이전 실행은 보관됩니다</translation>
    </message>
    <message>
        <source>{0} counts on: {1} epochs without a better {2}</source>
        <translation>{0} 이어서 셈: {2} 개선 없이 {1} 에포크</translation>
    </message>
    <message>
        <source>Another run goes on from epoch {0} with a fresh optimizer; the one before is kept</source>
        <translation>에포크 {0}부터 새 옵티마이저로 새 실행이 이어집니다. 이전 실행은 보관됩니다</translation>
    </message>
    <message>
        <source>no memory to keep epochs of {0} MB each</source>
        <translation>에포크마다 {0}MB여서 보관할 메모리가 없음</translation>
    </message>
    <message>
        <source>only first, best and last epoch kept, {0} MB each</source>
        <translation>처음, 가장 좋은, 마지막 에포크만 보관, 하나에 {0}MB</translation>
    </message>
    <message>
        <source>The weights of epoch {0} are not there any more</source>
        <translation>에포크 {0}의 가중치가 더 이상 없습니다</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Play the run</source>
        <translation>실행 재생</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>How fast it is played</source>
        <translation>재생 속도</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Back to the present (Esc)</source>
        <translation>현재로 돌아가기 (Esc)</translation>
    </message>
    <message>
        <source>Begin another run with the weights of this epoch; this one is kept</source>
        <translation>이 에포크의 가중치로 새 실행을 시작합니다. 지금 실행은 보관됩니다</translation>
    </message>
    <message>
        <source>Train from here</source>
        <translation>여기서부터 학습</translation>
    </message>
    <message>
        <source>How much memory the epochs of a run may take is chosen in the menu</source>
        <translation>실행의 에포크들이 쓸 메모리는 메뉴에서 고릅니다</translation>
    </message>
    <message>
        <source>epoch {0} of {1}</source>
        <translation>에포크 {0} / {1}</translation>
    </message>
    <message>
        <source>epoch {0}</source>
        <translation>에포크 {0}</translation>
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
        <source>read-only</source>
        <translation>읽기 전용</translation>
    </message>
    <message>
        <source>Epoch {0} of {1}</source>
        <translation>에포크 {0} / {1}</translation>
    </message>
</context>
<context>
    <name>ToyControls</name>
    <message>
        <source>Samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
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
    <name>TryPane</name>
    <message>
        <source>Try it</source>
        <translation>써 보기</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>A sample</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>Take another sample of the data</source>
        <translation>데이터에서 다른 표본을 가져옵니다</translation>
    </message>
    <message>
        <source>What the network answers to a sample of your own appears here</source>
        <translation>직접 만든 샘플에 대한 네트워크의 답이 여기에 표시됩니다</translation>
    </message>
</context>
<context>
    <name>Trying</name>
    <message>
        <source>Enlarged to fill the picture, as the pictures it has learned from.</source>
        <translation>배운 그림들처럼 그림에 꽉 차게 키웠습니다.</translation>
    </message>
    <message>
        <source>Scaled to {box} of the {side} pixels and centred by its mass, as the training pictures.</source>
        <translation>학습 그림처럼 {side}픽셀 가운데 {box}픽셀로 맞추고 무게중심을 가운데에 두었습니다.</translation>
    </message>
    <message>
        <source>Scaled to {box} of the {side} pixels and centred, as the training pictures.</source>
        <translation>학습 그림처럼 {side}픽셀 가운데 {box}픽셀로 맞추고 가운데에 두었습니다.</translation>
    </message>
</context>
<context>
    <name>UnitPane</name>
    <message>
        <source>Unit</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>The unit before (←)</source>
        <translation>이전 유닛 (←)</translation>
    </message>
    <message>
        <source>The next unit (→)</source>
        <translation>다음 유닛 (→)</translation>
    </message>
    <message>
        <source>mute</source>
        <translation>음소거</translation>
    </message>
    <message>
        <source>Hold its output at zero and see what the network is without it (M, Alt+click)</source>
        <translation>출력을 0으로 묶고 이 유닛이 없을 때의 네트워크를 봅니다 (M, Alt+클릭)</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>음소거됨</translation>
    </message>
    <message>
        <source>unit {0}</source>
        <translation>유닛 {0}</translation>
    </message>
    <message>
        <source>unit {0} of {1}</source>
        <translation>유닛 {0} / {1}</translation>
    </message>
    <message>
        <source>Choose data first.</source>
        <translation>먼저 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>Click a unit on the diagram or in Activations: its weights, its response over the data and the samples that excite it most appear here.

Alt+click mutes it: the network shows at once what it is without it.</source>
        <translation>다이어그램이나 활성값에서 유닛을 클릭하세요. 가중치, 데이터에 대한 반응, 가장 크게 반응하는 샘플이 여기에 나타납니다.

Alt+클릭하면 음소거됩니다. 그 유닛이 없을 때의 네트워크가 바로 보입니다.</translation>
    </message>
</context>
<context>
    <name>UnitSurface</name>
    <message>
        <source>Surface</source>
        <translation>표면</translation>
    </message>
</context>
<context>
    <name>VariantGrid</name>
    <message>
        <source>A picture and how it is varied</source>
        <translation>그림과 그 변형</translation>
    </message>
</context>
<context>
    <name>VariationRow</name>
    <message>
        <source>Strength</source>
        <translation>세기</translation>
    </message>
</context>
<context>
    <name>Variations</name>
    <message>
        <source>Flip</source>
        <translation>뒤집기</translation>
    </message>
    <message>
        <source>Mirrors half of the pictures.</source>
        <translation>그림의 절반을 거울처럼 뒤집습니다.</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>회전</translation>
    </message>
    <message>
        <source>Turns by up to this part of a full turn, either way.</source>
        <translation>한 바퀴의 이만큼까지 양쪽으로 돌립니다.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>확대·축소</translation>
    </message>
    <message>
        <source>Shrinks or enlarges by up to this part.</source>
        <translation>이만큼까지 줄이거나 키웁니다.</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Shifts by up to this part of the height and the width.</source>
        <translation>높이와 너비의 이만큼까지 옮깁니다.</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>대비</translation>
    </message>
    <message>
        <source>More or less contrast, by up to this part.</source>
        <translation>이만큼까지 대비를 늘리거나 줄입니다.</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>밝기</translation>
    </message>
    <message>
        <source>Lighter or darker, by up to this part of the whole range.</source>
        <translation>전체 범위의 이만큼까지 밝거나 어둡게 합니다.</translation>
    </message>
    <message>
        <source>left and right</source>
        <translation>좌우</translation>
    </message>
    <message>
        <source>top and bottom</source>
        <translation>상하</translation>
    </message>
    <message>
        <source>both</source>
        <translation>둘 다</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} 외 {1}개</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>가장 빠름</translation>
    </message>
    <message>
        <source>First at the loss that all reached</source>
        <translation>모두가 이른 손실에 먼저 도달</translation>
    </message>
    <message>
        <source>Best val. {0}</source>
        <translation>최고 검증 {0}</translation>
    </message>
    <message>
        <source>Best test {0}</source>
        <translation>최고 테스트 {0}</translation>
    </message>
    <message>
        <source>Best {0}</source>
        <translation>최고 {0}</translation>
    </message>
    <message>
        <source>(epoch {0})</source>
        <translation>(에포크 {0})</translation>
    </message>
</context>
<context>
    <name>WeightPopover</name>
    <message>
        <source>Value of the weight</source>
        <translation>가중치의 값</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>0으로</translation>
    </message>
    <message>
        <source>Enter gives every weight of the layer this number.</source>
        <translation>Enter를 누르면 이 층의 모든 가중치가 이 값이 됩니다.</translation>
    </message>
</context>
<context>
    <name>WeightSlider</name>
    <message>
        <source>Value of the weight</source>
        <translation>가중치의 값</translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <source>bias of {0}</source>
        <translation>{0}의 편향</translation>
    </message>
    <message>
        <source>{0}, filter {1}: place {2}</source>
        <translation>{0}, 필터 {1}: 자리 {2}</translation>
    </message>
    <message>
        <source>{0}, filter {1}: place {2}, channel {3}</source>
        <translation>{0}, 필터 {1}: 자리 {2}, 채널 {3}</translation>
    </message>
</context>
<context>
    <name>WeightsFigure</name>
    <message>
        <source>Incoming weights</source>
        <translation>들어오는 가중치</translation>
    </message>
    <message>
        <source>bias {0}</source>
        <translation>편향 {0}</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>{row}행 {column}열</translation>
    </message>
    <message>
        <source>channel {0}</source>
        <translation>채널 {0}</translation>
    </message>
    <message>
        <source>from unit {0}</source>
        <translation>유닛 {0}에서</translation>
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
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Show each filter as a picture, or all weights as a matrix</source>
        <translation>필터마다 그림으로 보거나 모든 가중치를 행렬로 봅니다</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크별</translation>
    </message>
    <message>
        <source>Show how the weights have moved over the epochs</source>
        <translation>에포크에 따라 가중치가 어떻게 변했는지 봅니다</translation>
    </message>
    <message>
        <source>The weights of a layer appear here</source>
        <translation>층의 가중치가 여기에 표시됩니다</translation>
    </message>
    <message>
        <source>How the weights move appears here once the run has kept some epochs</source>
        <translation>실행의 에포크가 몇 개 저장되면 가중치의 변화가 여기에 나타납니다</translation>
    </message>
    <message>
        <source>Layer: {name}</source>
        <translation>층: {name}</translation>
    </message>
    <message>
        <source>Several input channels are shown: choose one below to set its weights</source>
        <translation>입력 채널 여럿이 함께 보입니다. 가중치를 바꾸려면 아래에서 하나를 고르세요</translation>
    </message>
    <message>
        <source>The filters of a separable convolution cannot be set by hand, only what mixes its channels</source>
        <translation>분리 합성곱의 필터는 손으로 바꿀 수 없고, 채널을 섞는 가중치만 바꿀 수 있습니다</translation>
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
        <source>{name} of unit {unit}: {value}</source>
        <translation>유닛 {unit}의 {name}: {value}</translation>
    </message>
    <message>
        <source>weight {input} → unit {unit}: {value}</source>
        <translation>가중치 {input} → 유닛 {unit}: {value}</translation>
    </message>
</context>
<context>
    <name>WorkKeeping</name>
    <message>
        <source>Work that is not saved cannot be kept safe for now: {0}. Training goes on.</source>
        <translation>저장하지 않은 작업을 지금은 안전하게 보관할 수 없습니다: {0}. 학습은 계속됩니다.</translation>
    </message>
    <message>
        <source>Work that is not saved is kept safe again</source>
        <translation>저장하지 않은 작업을 다시 안전하게 보관합니다</translation>
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
    <name>_Body</name>
    <message>
        <source>Search the runs</source>
        <translation>실행 검색</translation>
    </message>
</context>
<context>
    <name>_Preview</name>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
</context>
<context>
    <name>_Totals</name>
    <message>
        <source>Totals</source>
        <translation>합계</translation>
    </message>
</context>
</TS>
