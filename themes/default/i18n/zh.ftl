# Testi dell'interfaccia. Una lingua è un file come questo, con le stesse chiavi.
# Le chiavi con il trattino basso sono dell'interfaccia; quelle con il trattino sono le parole dei campi.

autonym = 中文
direction = ltr

## Navigazione
skip_to_content = 跳到正文
menu = 菜单
home = 现在开放
archive = 存档
search = 搜索
languages = 语言
pages = 公告板
feed = RSS 订阅
channel = WhatsApp 频道
older = 更早的
newer = 更新的
page_of = 第{ $page }页，共{ $pages }页
licence = 文字按 CC BY 4.0 许可发布
updated_on = 更新日期：{ $date }

## Elenchi
home_title = 现在开放
home_lead = 课程、工作、住房、权利和活动。先截止的排在前面。
home_empty = 现在没有开放的内容。你可以看存档，或者关注频道，有新消息就能知道。
kind_empty = 这里现在没有开放的内容。
no_deadline = 没有截止日期
recheck = 需要重新核实
archive_lead = 频道发布过的全部内容，按年份排列。已结束的内容永远保留在这里。
archive_year = { $year }年存档
archive_count = { $count ->
   *[other] { $count }条公告
}
zone_title = { $zone }
zone_lead = 看看 { $zone } 有什么。

## Annuncio
status_open = 开放中
status_open_until = 开放中，最后一天：{ $date }
status_open_until_time = 开放中，最后一天：{ $date }，{ $time } 之前
status_open_always = 开放中：随时可以报名
status_open_places = 开放中，名额满为止
status_event_on = { $date }
status_event_until = 最后一天：{ $date }
status_valid_until = 有效，最后一天：{ $date }
status_open_no_end = 进行中
status_recheck = 需要重新核实：去之前先问清楚
status_full = 名额已满
status_cancelled = 已取消
status_withdrawn = 已撤回
status_closed = 已结束
status_closed_on = 已结束：{ $date }
status_draft = 草稿
example = 示例
example_note = 这条公告是编写的例子，用来说明公告板怎么用。
closed_note = 现在已经不能参加了。看看现在开放的内容。
archived_note = 这条公告放进存档时就已经结束了。
withdrawn_note = 主办机构撤回了这条公告。
see_open = 看看现在开放的内容
not_translated = 正文是意大利语，还没有人翻译。日期、地点和费用用你的语言显示。
machine_translated = 机器翻译：如果有不清楚的地方，以意大利语原文为准。
stale_translation = 翻译之后，意大利语原文有改动。
read_original = 看意大利语原文
days_left_today = 今天是最后一天
days_left_tomorrow = 明天是最后一天
days_left = { $days ->
   *[other] 还剩{ $days }天
}
closed_since_build = 已经过期：现在已结束。
share = 用 WhatsApp 分享
poster = 打印海报
code = 二维码
edition = 场次
editions = 选择地点和时间
more_open = 现在还开放的内容
details = 简要信息
how_to_apply = 怎么办理
ask = 可以问谁
credits = 图片：{ $credits }
organised_by = 主办机构
published_on = 发布日期：{ $date }
verified_on = 核实日期：{ $date }
replaced_by = 已由新公告代替
edition_of = 这是新一期，上一期是

## Fatti: nomi delle righe
row_who = 谁可以参加
row_when = 时间
row_where = 地点
row_cost = 费用
row_deadline = 截止日期
row_documents = 需要什么
row_benefits = 你能得到什么
row_services = 提供的服务
row_certificate = 结束时
row_seats = 名额
row_duties = 要做的事
row_requirements = 要求
row_contract = 合同
row_pay = 工资
row_goals = 目标
row_activities = 活动内容
row_duration = 多长时间
row_access = 怎么参加
row_programme = 日程
row_entry = 入场
row_act = 法律文件
row_force = 生效时间
row_permits = 涉及的居留证
row_steps = 办理步骤
row_changes = 有什么变化
row_counts = 相关数字
row_partners = 合作方
row_funding = 资金来源
row_languages = 使用的语言
row_accessibility = 无障碍设施
row_warnings = 注意
row_source = 信息来源
row_selection = 选拔方式
row_level = 水平
row_housing = 帮助的种类
row_territory = 地区

## Fatti: frasi
age_between = { $min }岁到{ $max }岁
age_from = { $min }岁及以上
age_to = { $max }岁及以下
level_from = 意大利语至少 { $level }
level_to = 意大利语最高 { $level }
speaks = 会说{ $languages }
isee_to = ISEE（家庭收入证明）不超过 { $amount }
income_to = 收入不超过 { $amount }
residence_in = 登记住址（residenza）：{ $places }
digital_identity = 需要 SPID、CIE 或 CNS（数字身份）
owns_no_home = 自己名下没有房子
permits_accepted = 居留证：{ $permits }
date_from_to = { $start } 到 { $end }
date_from = { $start } 开始
times_from = { $start } 开始
hours_total = { $hours ->
   *[other] 一共{ $hours }小时
}
weekly_hours = { $hours ->
   *[other] 每周{ $hours }小时
}
hours_unknown = 几点：{ $word }
months_total = { $months ->
   *[other] { $months }个月
}
seats_max = { $count ->
   *[other] { $count }个名额
}
seats_between = { $min }到{ $max }个名额
money = { $amount } 欧元
money_between = { $min } 到 { $max }
money_per = { $per } { $amount }
money_up_to = 最多 { $amount }
gross = 税前
net = 税后
to_company = 给企业
to_family = 给家庭
cost_reason = { $amount }（{ $reason }）
cost_optional = 不是必须的
aid = 优惠或补助：{ $aid }
state_fees = 政府收费
renewable = 可以延长
one_of = 以下任选一个：{ $documents }
stage_hours = { $hours }小时实践
force_from = { $date } 起
force_until = { $date } 止
act_of = { $date }第 { $number } 号{ $act }
extended_from = 已延期，原来是：{ $date }
opens_on = 开始申请：{ $date }
percentage = 费用的 { $number }%
homes = { $count ->
   *[other] { $count }套住房
}
registered_lease = 需要登记过的租房合同
was = 以前：{ $value }
is_now = 现在：{ $value }
count_of = { $item }：{ $number }
subject_line = 邮件主题：“{ $subject }”
attach = 附上：{ $documents }
referred_by = 由以下机构介绍：{ $services }

## Azioni
action_form = 报名
action_apply = 申请
action_call = 打电话
action_whatsapp = 发 WhatsApp 消息
action_email = 写电子邮件
action_site = 打开网站
channel_by_hand = 自己去现场办理
channel_registered = 寄挂号信（raccomandata）
channel_pec = 用 PEC 写信（认证电子邮件）
channel_first_lesson = 直接来上第一节课
channel_referral = 请一个服务机构介绍你
channel_none = 不需要报名
channel_email_line = 写邮件到 { $email }
channel_telephone_line = 打电话 { $telephone }
channel_whatsapp_line = 发 WhatsApp 消息到 { $telephone }
channel_form_line = 填写表格
channel_platform_line = 在网上平台申请

## Ricerca
search_title = 搜索
search_lead = 写一个词：一种工作、一个街区、一种证件。
search_label = 你要找什么？
search_button = 搜索
search_results = { $count ->
    [0] 没有结果
   *[other] { $count }个结果
}
search_without_script = 搜索需要 JavaScript。没有的话，可以从这里浏览全部内容：
search_all = 全部
search_only_open = 只看开放的
search_sort = 排序
search_sort_relevance = 最接近这个词的
search_sort_deadline = 先截止的在前
search_filter_kind = 类型
search_filter_status = 状态
search_filter_zone = 区域
search_filter_organisation = 机构
search_filter_year = 年份
search_failed = 搜索现在不能用。你可以浏览列表。

## Pagina che non c'è
not_found_title = 没有这个页面
not_found_lead = 网址可能写错了。公告的网址从来不变：试试搜索。

## Carta
scan_code = 扫描二维码
scan_or_write = 或者输入这个网址
poster_apply_by = 最后一天
poster_more = 更多内容见网页
print_title = 打印
print_lead = 可直接打印的海报和单页，黑白打印也清楚。
print_empty = 今天没有可打印的开放信息。
print_week = 本周公告板（A3）
print_channel = 频道海报
print_by_language = 按语言
print_by_language_lead = 一个文件包含所有开放的信息：先是列表，然后是海报。
print_by_centre = 按中心
print_by_centre_lead = 意大利语，以及在那里居住或来访的人的语言。
print_one = 每张纸一份
print_four = 每张纸四份
print_pack_title = 开放的信息
print_week_title = 本周
print_updated = 更新于 { $date }
print_open = { $count } 条开放的信息
channel_title = 在 WhatsApp 上关注公告板
channel_lead = 课程、工作、住房、权利、活动。免费。没有人能看到你的号码。
channel_step_1 = 用相机对准二维码。
channel_step_2 = 点击链接：打开 WhatsApp。
channel_step_3 = 点击上方的“关注”。
channel_step_4 = 点击铃铛接收通知。
last_days = 最后几天
extended = 截止日期延长：原为 { $date }
reopened = 重新开放
digest_title = 本周的机会
digest_more = 所有开放的信息
invite_title = 邀请你加入频道 { $board }！
invite_how = 怎么加入？
invite_step_1 = 把发送这条消息的号码存入通讯录
invite_step_2 = 点击链接，加入频道
invite_who = 为谁而设？
invite_who_people = 正在寻找机会和信息的移民、难民和寻求庇护者
invite_who_workers = 社会工作者以及从事融入工作的人
invite_what = 你会找到什么？
invite_what_work = 工作和培训
invite_what_home = 住房
invite_what_law = 手续和新法律
invite_what_news = 有用的消息
invite_info = 咨询信息或发布信息
invite_share = 请分享给可能感兴趣的人！
welcome = 欢迎！这里有免费的课程、工作、住房、权利和活动信息。

## Messaggi

## Onestà
fact-non-previsto = 没有
fact-non-indicato = 信息来源没有说明
fact-da-chiedere = 需要询问
enrolment-non-previsto = 不需要报名

## Tipi
kind-formazione = 培训
kind-lavoro = 工作
kind-abitare = 住房
kind-normativa = 法律规定
kind-notizia = 新闻
kind-progetto = 项目
kind-evento = 活动
kind-formazione-lead = 意大利语课、职业培训课、奖学金。
kind-lavoro-lead = 招聘、实习、公民服务。
kind-abitare-lead = 住处、房租补助、找房帮助。
kind-normativa-lead = 法律和手续的变化：居留证、证件、权利。
kind-notizia-lead = 对住在这里的人有用的消息。
kind-progetto-lead = 本地的新项目和新服务。
kind-evento-lead = 聚会、节日、开放日。

## Parole dei campi
attendance-in-presenza = 现场
attendance-online = 网上
attendance-ibrida = 现场和网上
attendance-da-remoto = 远程
weekday-lun = 星期一
weekday-mar = 星期二
weekday-mer = 星期三
weekday-gio = 星期四
weekday-ven = 星期五
weekday-sab = 星期六
weekday-dom = 星期日
cost-gratuito = 免费
cost-contributo = 少量费用
cost-a-pagamento = 收费
cost-offerta-libera = 随意给多少都可以
cost-differito = 以后付，等你有工作再付
benefit-retribuzione = 工资
benefit-indennita = 津贴
benefit-diaria = 每日津贴
benefit-borsa = 奖学金
benefit-contributo-affitto = 房租补助
benefit-assegno-servizio-civile = 公民服务津贴
benefit-rimborso = 费用报销
benefit-contributo = 补助金
per-ora = 每小时
per-giorno = 每天
per-settimana = 每周
per-mese = 每月
per-anno = 每年
per-una-tantum = 一次性
permit-qualsiasi = 任何居留证
permit-richiesta-asilo = 申请庇护
permit-asilo = 庇护（难民身份）
permit-protezione-sussidiaria = 辅助保护
permit-protezione-temporanea = 临时保护
permit-protezione-speciale = 特别保护
permit-casi-speciali = 特殊情况
permit-cure-mediche = 治病
permit-minore-eta = 未成年（18岁以下）
permit-attesa-occupazione = 待业
permit-lavoro = 工作
permit-motivi-familiari = 家庭原因
permit-protezione-sociale = 社会保护
permit-apolidia = 无国籍
permit-ue-lungo-periodo = 欧盟长期居留
permit-studio = 学习
permit-state-in-corso-di-validita = 在有效期内
permit-state-ricevuta-accettata = 居留证收据也可以
permit-state-che-consenta-il-lavoro = 必须允许你工作
permit-state-nessun-permesso-richiesto = 不需要居留证
permit-state-scaduto-ma-prorogato = 过期但已获延期的也可以
gender-solo-donne = 只限女性
gender-donne-con-bambini = 带孩子的女性
gender-misto = 女性和男性
level-pre-a1 = pre-A1（学习读和写）
level-a1 = A1
level-a2 = A2
level-b1 = B1
level-b2 = B2
level-c1 = C1
level-c2 = C2
contract-tempo-determinato = 有期限的合同
contract-tempo-indeterminato = 无期限的合同
contract-apprendistato = 学徒合同（apprendistato）
contract-stagionale = 季节工
contract-somministrazione = 通过中介公司工作
contract-a-chiamata = 随叫随到的工作
contract-collaborazione = 合作合同（collaborazione）
contract-lavoro-autonomo = 自雇（为自己工作）
contract-lavoro-domestico = 家政工作
contract-tirocinio = 实习（tirocinio）
contract-servizio-civile = 公民服务（servizio civile）
contract-short-list = 候选人名单，需要时联系
housing-contributo-affitto = 房租补助
housing-alloggio-pubblico = 公共住房
housing-canone-calmierato = 低租金住房
housing-coabitazione = 合住
housing-accoglienza-in-famiglia = 住在接待家庭
housing-sportello-casa = 住房咨询处
act-legge = 法律
act-decreto = 法令
act-decreto-legge = 紧急法令
act-circolare = 行政通知
act-sentenza = 法院判决
act-prassi = 办事机关的通常做法
access-libero = 自由参加
access-su-segnalazione = 需要服务机构介绍
access-su-appuntamento = 需要约好时间
access-su-prenotazione = 需要提前预订
entry-libero = 自由入场
entry-su-prenotazione = 需要提前预订
entry-conferma-gradita = 自由入场，最好先确认
entry-su-invito = 凭邀请
part-mattina = 上午
part-pomeriggio = 下午
part-sera = 晚上
deadline-sempre-aperte = 一直开放
deadline-fino-a-esaurimento-posti = 名额满为止
deadline-nessuna = 没有截止日期
document-permesso-di-soggiorno = 居留证（permesso di soggiorno）
document-ricevuta-del-permesso-di-soggiorno = 居留证收据（ricevuta）
document-codice-fiscale = 税号（codice fiscale）
document-documento-di-identita = 身份证件
document-passaporto = 护照
document-cv = 简历（CV）
document-lettera-di-motivazione = 动机信（说明你为什么想参加）
document-fototessera = 证件照
document-isee = ISEE（家庭收入证明）
document-tessera-sanitaria = 医疗卡（tessera sanitaria）
document-spid = SPID（数字身份）
document-contratto-di-affitto-registrato = 登记过的租房合同
document-titolo-di-studio = 学历证书
document-patente-b = B 类驾照
document-modulo-di-iscrizione = 报名表
document-marca-da-bollo = 印花税票（marca da bollo）
document-bollettino = 邮局缴费单（bollettino）
document-nessuno = 不需要证件
service-trasporto = 交通
service-custodia-bambini = 儿童活动室
service-computer = 电脑
service-connessione = 上网
service-pasti = 餐食
service-alloggio = 住宿
service-mediazione = 语言翻译帮助
service-assicurazione = 保险
centre-sportello = 咨询处
centre-centro-di-accoglienza = 接待中心
centre-centro-diurno = 日间中心
centre-scuola = 学校
centre-biblioteca = 图书馆
centre-servizio-sanitario = 医疗服务
language-it = 意大利语
language-en = 英语
language-fr = 法语
language-es = 西班牙语
language-ar = 阿拉伯语
language-bn = 孟加拉语
language-uk = 乌克兰语
language-ur = 乌尔都语
language-fa = 波斯语
language-prs = 达里语
language-ps = 普什图语
language-ru = 俄语
language-zh = 中文
language-ro = 罗马尼亚语
language-sq = 阿尔巴尼亚语
language-tr = 土耳其语
language-ti = 提格里尼亚语
language-am = 阿姆哈拉语
language-so = 索马里语
language-wo = 沃洛夫语
language-man = 曼丁卡语
language-pa = 旁遮普语
language-hi = 印地语
language-pt = 葡萄牙语
language-ku = 库尔德语
language-ff = 富拉语
language-bm = 班巴拉语
