"""Chinese surnames, by which a name is told from any other word."""

_ONE_SIGN = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧"
    "计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫"
    "经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封储靳汲松井段富巫乌焦巴弓牧隗山谷车侯宓"
    "蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘"
    "党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都"
    "耿满弘匡国文寇广禄阙东欧利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰巢关蒯相查荆红游竺权逯盖益桓公肖付闫"
    "代邸岳帅佘佟苟覃仝麦原候闵展涂揭冼"
)
_TWO_SIGNS_TEXT = (
    "欧阳 司马 诸葛 上官 司徒 东方 独孤 南宫 万俟 闻人 夏侯 尉迟 公孙 慕容 令狐 皇甫 长孙 宇文 轩辕 钟离 "
    "端木 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 鲜于 闾丘 司寇 司空 亓官 呼延 赫连 拓跋 西门 百里 "
    "东郭 南门 微生 梁丘 左丘 第五 谷梁 乐正 公羊 颛孙 漆雕 壤驷 巫马 段干 夹谷 宰父"
)
# Words of a lead list that begin as names do.
_NO_NAMES_TEXT = (
    "方便 周末 周一 周二 周三 周四 周五 周六 周日 高兴 车险 房贷 房子 车子 车主 时间 白天 平时 安排 成交 金融 经理 "
    "主任 家人 家里 家庭 单身 应该 能谈 空号 关机 停机 通话 相熟 熟人 全款 全职 同事 邻居 东家 广告 国企 公司 "
    "公务员 强烈 明天 明年 明确 于是 和气 温和 游客 计划 常客 连锁 都行 终身 包括 解释 都不 向好 万一 别打 边上 "
    "从前 习惯 利息 文员 文化 师傅 老师 医生 支持 单位 第五次 第五天 第五个 第五期 第五年 第五周 西门子 西门口 西门外 "
    "南门口 南门外 微生物 司空见惯 百里挑一"
)
_TWO_SIGNS = frozenset(_TWO_SIGNS_TEXT.split())
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())
_HAN = ("\u3400", "\u9fff")


def surname(name: str) -> str:
    """The surname of a Chinese name; those of two characters are known."""
    return name[:2] if name[:2] in _TWO_SIGNS else name[:1]


def is_name(text: str) -> bool:
    """Whether a word reads as a whole Chinese name: a surname and one or two signs more."""
    if text in _NO_NAMES or not all(_HAN[0] <= sign <= _HAN[1] for sign in text):
        return False
    if text[:2] in _TWO_SIGNS:
        return 3 <= len(text) <= 4
    return text[:1] in _ONE_SIGN and 2 <= len(text) <= 3


def is_surname(text: str) -> bool:
    """Whether a word is a surname by itself."""
    return text in _ONE_SIGN or text in _TWO_SIGNS
