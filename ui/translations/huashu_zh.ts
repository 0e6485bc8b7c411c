<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CallPage</name>
    <message>
        <source>The number is copied.</source>
        <translation>号码已复制。</translation>
    </message>
    <message>
        <source>Saved: %1, %2</source>
        <translation>已保存：%1，%2</translation>
    </message>
</context>
<context>
    <name>CutOff</name>
    <message>
        <source>A call was cut off</source>
        <translation>有一通电话断在半路</translation>
    </message>
    <message>
        <source>stopped at: %1</source>
        <translation>停在「%1」</translation>
    </message>
    <message>
        <source>Every step, field and note is kept.</source>
        <translation>每一步、每个字段和备注都还在。</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>接着打</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>End it as interrupted</source>
        <translation>按中断结束</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This script has no outcome that takes the customer off the list.</source>
        <translation>这份话术没有「免打扰」这个结果。</translation>
    </message>
    <message>
        <source>This script has no step that asks for WeChat.</source>
        <translation>这份话术没有加微信的步骤。</translation>
    </message>
    <message>
        <source>This script has no step that books a callback.</source>
        <translation>这份话术没有约回拨的步骤。</translation>
    </message>
</context>
<context>
    <name>Dialling</name>
    <message>
        <source>Dialling</source>
        <translation>拨号中</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>还不知道姓名</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Nobody to talk to</source>
        <translation>没有接通</translation>
    </message>
    <message>
        <source>introduced by %1</source>
        <translation>由%1介绍</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Needed for: %1</source>
        <translation>%1还需要</translation>
    </message>
    <message>
        <source>The customer agreed to the hour</source>
        <translation>客户同意了这个时间</translation>
    </message>
    <message>
        <source>Choose how the call ended.</source>
        <translation>请选通话结果。</translation>
    </message>
    <message>
        <source>Still needed: %1</source>
        <translation>还没填：%1</translation>
    </message>
    <message>
        <source>The intent is not chosen yet.</source>
        <translation>意向等级还没选。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>回去</translation>
    </message>
    <message>
        <source>Back to the call</source>
        <translation>回到通话</translation>
    </message>
    <message>
        <source>Finish, next</source>
        <translation>完成，下一位</translation>
    </message>
</context>
<context>
    <name>EndingHead</name>
    <message>
        <source>Wrap-up</source>
        <translation>话后小结</translation>
    </message>
    <message>
        <source>Say: I am taking you off our list now. I am sorry for the trouble, goodbye.</source>
        <translation>请说：好的，我马上登记，以后不再打给您。打扰了，再见。</translation>
    </message>
    <message>
        <source>talk %1</source>
        <translation>通话 %1</translation>
    </message>
    <message>
        <source>stopped at: %1</source>
        <translation>停在「%1」</translation>
    </message>
    <message>
        <source>wrap-up %1</source>
        <translation>小结 %1</translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiguresCard</name>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent</source>
        <translation type="unfinished">意向等级</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation type="unfinished">加微信</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Nothing fits. Esc, then 0 takes down what the customer said.</source>
        <translation>没有找到。按 Esc，再按 0 记下客户的话。</translation>
    </message>
    <message>
        <source>jump to: %1</source>
        <translation>跳到：%1</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>挂断了</translation>
    </message>
    <message>
        <source>The customer hung up</source>
        <translation>客户挂断了</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>End the call</source>
        <translation>结束通话</translation>
    </message>
    <message>
        <source>introduced by %1</source>
        <translation>由%1介绍</translation>
    </message>
</context>
<context>
    <name>IntentRow</name>
    <message>
        <source>Intent</source>
        <translation>意向等级</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>Return</source>
        <translation>回到原处</translation>
    </message>
    <message>
        <source>Return to where the objection came up</source>
        <translation>回到提出异议的地方</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Back: the last answer was a mistake</source>
        <translation>退回：上一个回答选错了</translation>
    </message>
    <message>
        <source>How the line is shown: words, points, prompts only</source>
        <translation>怎样显示：逐字、要点、只看提示</translation>
    </message>
    <message>
        <source>Talk on</source>
        <translation>继续通话</translation>
    </message>
    <message>
        <source>To the wrap-up: %1</source>
        <translation>到话后小结：%1</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Counter-question</source>
        <translation>反问</translation>
    </message>
    <message>
        <source>Understand first</source>
        <translation>先理解后反应</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>转化</translation>
    </message>
    <message>
        <source>Let pass</source>
        <translation>不用回答</translation>
    </message>
    <message>
        <source>Affirm</source>
        <translation>一句话正面肯定</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>逐字</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Prompts only</source>
        <translation>只看提示</translation>
    </message>
</context>
<context>
    <name>MustSay</name>
    <message>
        <source>Must-say</source>
        <translation>必说项</translation>
    </message>
    <message>
        <source>said</source>
        <translation>已说</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还没说</translation>
    </message>
</context>
<context>
    <name>NoCall</name>
    <message>
        <source>No call yet</source>
        <translation>现在没有通话</translation>
    </message>
    <message>
        <source>What to say and what the customer may answer will stand here. Calls begin on Today.</source>
        <translation>接通之后，该说的话和客户可能的回答都在这里。从「今日」开始拨打。</translation>
    </message>
    <message>
        <source>To Today</source>
        <translation>去今日</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
</context>
<context>
    <name>NoteRow</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What the script has no field for</source>
        <translation>话术里没有字段的，记在这里</translation>
    </message>
</context>
<context>
    <name>ObjectionBar</name>
    <message>
        <source>find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>objection, question, jump…</source>
        <translation>异议、问答、跳到…</translation>
    </message>
    <message>
        <source>Find an objection, a common question or a step</source>
        <translation>查找异议、常见问答或步骤</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>预约回拨</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>加微信</translation>
    </message>
    <message>
        <source>Don&apos;t call again</source>
        <translation>别再打了</translation>
    </message>
    <message>
        <source>What did the customer say?</source>
        <translation>客户说了什么？</translation>
    </message>
    <message>
        <source>a few words, then Enter</source>
        <translation>记几个字，按回车</translation>
    </message>
</context>
<context>
    <name>OutcomeGrid</name>
    <message>
        <source>Outcome</source>
        <translation>通话结果</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>RaisedHere</name>
    <message>
        <source>Raised in this call</source>
        <translation>这次通话里的异议</translation>
    </message>
</context>
<context>
    <name>Replies</name>
    <message>
        <source>first: %1</source>
        <translation>先填%1</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>No appraisal yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a plan is in force, every point of the month is explained here, down to the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To Today</source>
        <translation type="unfinished">去今日</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished">回车</translation>
    </message>
    <message>
        <source>My scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not closed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call in this month yet; after the first one the figures are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month is over; its points stand as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No single next step brings a whole point right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionRow</name>
    <message>
        <source>weight %1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not counted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionsCard</name>
    <message>
        <source>where it stood in the month before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageBar</name>
    <message>
        <source>now: %1</source>
        <translation>现在：%1</translation>
    </message>
    <message>
        <source>done: %1</source>
        <translation>已走过：%1</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>Talking</name>
    <message>
        <source>Customer and notes</source>
        <translation>客户与记录</translation>
    </message>
</context>
<context>
    <name>Timer</name>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Talk time %1, paused</source>
        <translation>通时 %1，已暂停</translation>
    </message>
    <message>
        <source>Talk time %1</source>
        <translation>通时 %1</translation>
    </message>
</context>
<context>
    <name>TotalCard</name>
    <message>
        <source>Total of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month before %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>Trail</source>
        <translation>通话轨迹</translation>
    </message>
    <message>
        <source>none of these: %1</source>
        <translation>都不是：%1</translation>
    </message>
    <message>
        <source>said</source>
        <translation>已说</translation>
    </message>
    <message>
        <source>objection or question</source>
        <translation>异议或问答</translation>
    </message>
    <message>
        <source>jumped here</source>
        <translation>跳到这里</translation>
    </message>
    <message>
        <source>off script</source>
        <translation>话术外</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Huashu Coach</source>
        <translation>话术教练</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>on time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excused: in another call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excused: on leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excused: hour forbidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left unsaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not overcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls with must-says kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls with must-says due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objections overcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objections raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callbacks due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WeChat contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>field_values</name>
    <message>
        <source>%1 is in the past. Give a later one.</source>
        <translation>%1 已经过去了，请填以后的时间。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>morning</source>
        <translation>上午</translation>
    </message>
    <message>
        <source>afternoon</source>
        <translation>下午</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>已删除</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>en</source>
        <comment>write the code of the language itself: zh</comment>
        <translation>zh</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the things of a list</comment>
        <translation>、</translation>
    </message>
</context>
</TS>
