<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AmendPane</name>
    <message>
        <source>Needed for: %1</source>
        <translation>%1还需要</translation>
    </message>
    <message>
        <source>What was captured</source>
        <translation>记下来的内容</translation>
    </message>
    <message>
        <source>Why is it put right?</source>
        <translation>为什么要更正？</translation>
    </message>
    <message>
        <source>in a few words; it stays with the call</source>
        <translation>几个字就行，会和这通电话一起留着</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>不改了</translation>
    </message>
    <message>
        <source>another outcome, intent or field first</source>
        <translation>先改结果、意向或内容</translation>
    </message>
    <message>
        <source>Still needed: %1</source>
        <translation>还没填：%1</translation>
    </message>
    <message>
        <source>say why first</source>
        <translation>先写原因</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>No Chinese font is installed. Install one, for example fonts-wqy-microhei, and start again.</source>
        <translation>没有中文字体。请装一个（例如 fonts-wqy-microhei），再重新打开。</translation>
    </message>
    <message>
        <source>Something went wrong. Your call is saved; you can go on.</source>
        <translation>出了点问题。通话已保存，可以继续。</translation>
    </message>
</context>
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
    <name>Callbacks</name>
    <message>
        <source>Callbacks due</source>
        <translation>今天要回拨</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>回拨</translation>
    </message>
    <message>
        <source>Nobody is waiting for a callback. When a customer asks for one, book it in the call with Ctrl B: it will be here at its hour.</source>
        <translation>没有人在等回拨。客户说过会儿再打，就在通话里按 Ctrl B 约好，到点会在这里。</translation>
    </message>
    <message>
        <source>Enter dials %1</source>
        <translation>回车拨给 %1</translation>
    </message>
    <message>
        <source>introduced by %1</source>
        <translation>由%1介绍</translation>
    </message>
    <message>
        <source>as agreed</source>
        <translation>客户同意</translation>
    </message>
    <message>
        <source>we offered</source>
        <translation>我方提出</translation>
    </message>
    <message>
        <source>%1 min late</source>
        <translation>晚了 %1 分钟</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>还有 %1 分钟</translation>
    </message>
    <message>
        <source>%1 h late</source>
        <translation>晚了 %1 小时</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>还有 %1 小时</translation>
    </message>
    <message>
        <source>%1 days late</source>
        <translation>晚了 %1 天</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>晚了 1 天</translation>
    </message>
</context>
<context>
    <name>CannotOpen</name>
    <message>
        <source>Your data cannot be opened</source>
        <translation>数据打不开</translation>
    </message>
    <message>
        <source>recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Open with the code</source>
        <translation>用恢复码打开</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
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
        <source>Not dialled after all</source>
        <translation>没拨出去</translation>
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
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>still empty</source>
        <translation>还没填</translation>
    </message>
</context>
<context>
    <name>FiguresCard</name>
    <message>
        <source>Calls</source>
        <translation>通次</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>通时</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Intent</source>
        <translation>意向</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>加微</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>邀约</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>/ in the notes</source>
        <translation>/ 搜备注</translation>
    </message>
    <message>
        <source>Text in the notes</source>
        <translation>备注里的字</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
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
    <name>LineView</name>
    <message>
        <source>must-say, never said</source>
        <translation>必说项，没有说到</translation>
    </message>
    <message>
        <source>must-say, clicked away too fast</source>
        <translation>必说项，点得太快</translation>
    </message>
    <message>
        <source>must-say, out of order</source>
        <translation>必说项，顺序不对</translation>
    </message>
    <message>
        <source>must-say, kept</source>
        <translation>必说项</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>again</source>
        <translation>又一次</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>LogList</name>
    <message>
        <source>Looking further back…</source>
        <translation>还在往前找…</translation>
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
    <name>MyDay</name>
    <message>
        <source>My figures</source>
        <translation>我的今天</translation>
    </message>
</context>
<context>
    <name>NewBook</name>
    <message>
        <source>There was a database here before: its backups are here, and this new one is empty. To go back to it, close this window and restore a backup with db restore in the terminal.</source>
        <translation>这里原来有一个数据库：它的备份还在，而这个新的是空的。想找回原来的，请先关掉这个窗口，再恢复一个备份（终端里的 db restore）。</translation>
    </message>
    <message>
        <source>Your recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>It opens your data if the key of this computer is lost. Print it or write it down now.</source>
        <translation>这台电脑的密钥丢了，要靠它打开数据。请现在就打印或抄下来。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>I have it, begin</source>
        <translation>已经记下，开始</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>The code is copied.</source>
        <translation>恢复码已复制。</translation>
    </message>
</context>
<context>
    <name>NewCall</name>
    <message>
        <source>Name, number, who introduced them: any order.</source>
        <translation>一行就够：姓名、电话、介绍人，先写哪个都行。</translation>
    </message>
    <message>
        <source>A pasted line too: told apart before you dial.</source>
        <translation>从表格或聊天里复制过来就行，拨号前会在这里分好。</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>拨号</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>New call</source>
        <translation>新电话</translation>
    </message>
    <message>
        <source>Wang Wei 13812345678, friend of Li Wei</source>
        <translation>王伟 13812345678 李大为介绍</translation>
    </message>
    <message>
        <source>New call: name, number, who introduced them</source>
        <translation>新电话：姓名、电话、介绍人</translation>
    </message>
    <message>
        <source>on record</source>
        <translation>已有记录</translation>
    </message>
    <message>
        <source>introduced by %1</source>
        <translation>由%1介绍</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>asked not to be called</source>
        <translation>客户说过别再打</translation>
    </message>
    <message>
        <source>a number first</source>
        <translation>先填电话</translation>
    </message>
    <message>
        <source>no script yet</source>
        <translation>还没有话术</translation>
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
    <name>Notice</name>
    <message>
        <source>Huashu Coach</source>
        <translation>话术教练</translation>
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
    <message>
        <source>Theme</source>
        <translation>明暗</translation>
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
    <name>ReplayHead</name>
    <message>
        <source>Put right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>talk %1</source>
        <translation>通话 %1</translation>
    </message>
    <message>
        <source>wrap-up %1</source>
        <translation>小结 %1</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>没有结束</translation>
    </message>
    <message>
        <source>left unsaid</source>
        <translation>没说</translation>
    </message>
    <message>
        <source>said</source>
        <translation>已说</translation>
    </message>
    <message>
        <source>%1: overcome</source>
        <translation>%1：化解了</translation>
    </message>
    <message>
        <source>%1: not overcome</source>
        <translation>%1：没化解</translation>
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
    <name>Review</name>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Put right. The reason is not kept: the customer asked to be erased.</source>
        <translation>已更正。原因没有留下：这位客户要求删除资料。</translation>
    </message>
    <message>
        <source>Put right, and kept with its reason.</source>
        <translation>已更正，原因一起留着。</translation>
    </message>
    <message>
        <source>No call yet</source>
        <translation>还没有通话</translation>
    </message>
    <message>
        <source>Every call will be here, line by line, as it stood on the screen.</source>
        <translation>打过的每一通都会在这里，一句一句，当时屏幕上是什么就是什么。</translation>
    </message>
    <message>
        <source>To Today</source>
        <translation>去今日</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>No such call</source>
        <translation>没有这样的通话</translation>
    </message>
    <message>
        <source>Nothing in the log is like that.</source>
        <translation>记录里没有符合的，放宽一点试试。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
</context>
<context>
    <name>ScoreCard</name>
    <message>
        <source>My score so far</source>
        <translation>到今天的绩效</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>怎么来的</translation>
    </message>
    <message>
        <source>No appraisal plan is in force yet.</source>
        <translation>还没有考核方案。</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>No appraisal yet</source>
        <translation>还没有绩效</translation>
    </message>
    <message>
        <source>Once a plan is in force, every point of the month is explained here, down to the call.</source>
        <translation>考核方案生效后，这里会说清每一分从哪通电话来。</translation>
    </message>
    <message>
        <source>To Today</source>
        <translation>去今日</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>My scores</source>
        <translation>我的绩效</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>本月已结</translation>
    </message>
    <message>
        <source>not closed yet</source>
        <translation>本月未结</translation>
    </message>
    <message>
        <source>No call in this month yet; after the first one the figures are here.</source>
        <translation>这个月还没有通话。打完第一通，这里就有数。</translation>
    </message>
    <message>
        <source>This month is over; its points stand as they are.</source>
        <translation>这个月已经过去，分数不再变。</translation>
    </message>
    <message>
        <source>No single next step brings a whole point right now.</source>
        <translation>眼下没有哪一步能单独多出一分。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
</context>
<context>
    <name>SectionRow</name>
    <message>
        <source>weight %1%</source>
        <translation>占 %1%</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不计</translation>
    </message>
</context>
<context>
    <name>SectionsCard</name>
    <message>
        <source>where it stood in the month before</source>
        <translation>上月的位置</translation>
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
    <name>Talk</name>
    <message>
        <source>Not open now: %1 (%2)</source>
        <translation>现在不能选「%1」：%2</translation>
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
    <name>Today</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Not dialled: %1.</source>
        <translation>没有拨号：%1。</translation>
    </message>
    <message>
        <source>A call is still open: finish it first.</source>
        <translation>还有一通电话没结束，先把它结束。</translation>
    </message>
    <message>
        <source>%1 lines were pasted; here it is one at a time, so this is the first.</source>
        <translation>粘贴了 %1 行，这里一次一位，先放第一位。</translation>
    </message>
</context>
<context>
    <name>TotalCard</name>
    <message>
        <source>Total of the month</source>
        <translation>本月总分</translation>
    </message>
    <message>
        <source>month before %1</source>
        <translation>上月 %1</translation>
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
    <name>WhoCalls</name>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>How do you introduce yourself?</source>
        <translation>开场白里怎么介绍你？</translation>
    </message>
    <message>
        <source>Your openings say it to every customer. What you leave empty is a gap to fill in the call.</source>
        <translation>每通电话一开口都要说到。不填也行，通话中看到空缺再补。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Agent number</source>
        <translation>工号</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Huashu Coach</source>
        <translation>话术教练</translation>
    </message>
    <message>
        <source>Large window</source>
        <translation>大窗口</translation>
    </message>
    <message>
        <source>Small window</source>
        <translation>小窗口</translation>
    </message>
</context>
<context>
    <name>calls</name>
    <message>
        <source>not finished</source>
        <translation>没有结束</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>没有名字</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>已删除</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>due %1</source>
        <translation>约在 %1</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>准时</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>没赶上</translation>
    </message>
    <message>
        <source>excused: in another call</source>
        <translation>免计：正在通话</translation>
    </message>
    <message>
        <source>excused: on leave</source>
        <translation>免计：请假</translation>
    </message>
    <message>
        <source>excused: hour forbidden</source>
        <translation>免计：当时不能打</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>加减分记录</translation>
    </message>
    <message>
        <source>Left unsaid</source>
        <translation>漏说</translation>
    </message>
    <message>
        <source>Not overcome</source>
        <translation>没化解</translation>
    </message>
    <message>
        <source>Calls that kept some</source>
        <translation>说到的通话</translation>
    </message>
    <message>
        <source>Calls where some were due</source>
        <translation>该说的通话</translation>
    </message>
    <message>
        <source>Calls with one overcome</source>
        <translation>有化解的通话</translation>
    </message>
    <message>
        <source>Calls with one raised</source>
        <translation>有异议的通话</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>邀约</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>Callbacks due</source>
        <translation>到点的回拨</translation>
    </message>
    <message>
        <source>Appointments due</source>
        <translation>到期的邀约</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按天看</translation>
    </message>
    <message>
        <source>Dials</source>
        <translation>拨打</translation>
    </message>
    <message>
        <source>WeChat contacts</source>
        <translation>加微信</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>通话</translation>
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
        <source>no</source>
        <translation>否</translation>
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
    <name>filters</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>通话结果</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>from %1 s</source>
        <translation>%1 秒以上</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
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
<context>
    <name>moments</name>
    <message>
        <source>ddd d MMM</source>
        <comment>a day of this year, for QLocale</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day of another year, for QLocale</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month, for QLocale</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>a month without its year, for QLocale</comment>
        <translation>M月</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>绩效</translation>
    </message>
</context>
<context>
    <name>telling</name>
    <message>
        <source>counter-question</source>
        <translation>反问</translation>
    </message>
    <message>
        <source>understand first</source>
        <translation>先理解后反应</translation>
    </message>
    <message>
        <source>turn round</source>
        <translation>转化</translation>
    </message>
    <message>
        <source>let pass</source>
        <translation>不用回答</translation>
    </message>
    <message>
        <source>affirm</source>
        <translation>一句话正面肯定</translation>
    </message>
    <message>
        <source>The customer hung up</source>
        <translation>客户挂断了</translation>
    </message>
    <message>
        <source>The agent hung up</source>
        <translation>坐席挂断了</translation>
    </message>
    <message>
        <source>The call was cut off</source>
        <translation>线路断了</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>Back to where it came up</source>
        <translation>回到提出的地方</translation>
    </message>
    <message>
        <source>Gone back: that was a slip</source>
        <translation>点错了，退回</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Talking again</source>
        <translation>继续通话</translation>
    </message>
    <message>
        <source>Dialled</source>
        <translation>拨号</translation>
    </message>
    <message>
        <source>Customer: %1</source>
        <translation>客户：%1</translation>
    </message>
    <message>
        <source>Jumped to “%1”</source>
        <translation>跳到「%1」</translation>
    </message>
    <message>
        <source>%1 cleared</source>
        <translation>清掉%1</translation>
    </message>
    <message>
        <source>None of these: %1</source>
        <translation>都不是：%1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>通话结果：%1</translation>
    </message>
    <message>
        <source>Put right: %1</source>
        <translation>更正：%1</translation>
    </message>
    <message>
        <source>Put right: it was “%1”.</source>
        <translation>更正为「%1」。</translation>
    </message>
</context>
</TS>
