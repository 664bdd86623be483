/** The guide's short chapters to look things up in. */
export const zhChapters = {
  chapter: {
    moods: {
      title: '情绪',
      text: '信任、激动、耐心，都从 0 到 100。每句回答让它们升降；条件里可以问，比如信任到 45 才肯说地点。信任掉到底，用随时反应让他挂断。升降用 5 的倍数：好想，也证明得快。',
    },
    facts: {
      title: '要素',
      text: '要素是这通来电里的真相。来电人的一句话说出哪些，就在那个节点的“说出哪些要素”里选哪些。分值越高越要紧；“必须问到”的没问到，不算办完。再给几个字眼，用来看记录里写没写到。',
    },
    replies: {
      title: '回答和话术',
      text: '一句回答要有话术：它在谈话里起什么作用，带教和讲评都靠它。每个节点标一句“最佳路线走这句”，错的要像人真会说的话。最佳的别总是最长，也别总排第一，检查会算。',
    },
    silence: {
      title: '沉默',
      text: '学员多久不出声，来电人就开口、敲一下或者泄气。整通写一份，个别节点可以另写。再加一条随时反应：沉默几次之后怎样，通话才有尽头。',
    },
    anywhere: {
      title: '随时反应',
      text: '不管说到哪儿都会发生的事：车到了、单位接进来了、信任掉下去了、到了几分钟。触发相同的，写在前面的先看。可以隔一会儿再发生，比如通知供电四分钟后断电。',
    },
    key: {
      title: '答案',
      text: '应判的类别、等级、归口。相近的类别给部分分，上级要给得最多。知道了某个要素，答案可以变，这就是改判。派谁、告诉谁、多久之内，也写在这里。踩了红线，总分最多 49。',
    },
    vary: {
      title: '变体',
      text: '每次练习抽一个：姓名、地点，甚至真相。台词里写 {who.name}，取值处写 $spot。多写几个，答案就传不开。证明会把每种结构都走一遍，哪一种走不通都会说。',
    },
    proof: {
      title: '证明和机器人',
      text: '证明把走得到的每一种情形都走遍，不是抽查：结局走不走得到、要素学不学得到、最长最短几分钟。机器人再照八种习惯打几十遍：最佳的要到 95 分，抢话、沉默、乱选的都不能及格。',
    },
    plans: {
      title: '测试计划',
      text: '试玩打得满意，就存为测试计划，写上结束时应当怎样。以后每改一次，它都照原样重打，走不下去就指出是第几步。它和脚本放在一起，导出时一起带走。',
    },
    versions: {
      title: '存档和比较',
      text: '大改之前存一版。两版之间可以按内容比，也可以逐行比；回到旧版算一步，照样能撤销。撤销、重做管到每一处，关了网页再开也还在。',
    },
    languages: {
      title: '中文和英文',
      text: '每句话都有中英两格，缺一格就算错误，不能发布。“语言”里列出全部文字，缺译的、原文改过的一看便知；可以导出表格或 XLIFF 给译员，导回来按编号对上。翻译时锁定结构，只改得了文字。',
    },
    voice: {
      title: '录音',
      text: '来电人的每句话可以用话筒录，也可以放入声音文件；响度会均衡，能按电话音试听。没录的由系统语音代读。台词改过的会标出来，提醒你重录。短信来电不用录。',
    },
    cities: {
      title: '城市和地名',
      text: '地名、道路、警力都来自城市。脚本架上“城市与地名”里可以复制自带的来改，或导入 GeoJSON；地名在图上添、在图上挪。脚本的“城市”一栏选它，发布时城市跟着脚本一起走。',
    },
    text: {
      title: '短信、微信、视频',
      text: '渠道选“短信”或“微信”，台上就没有铃声、没有语音，也不能保持、三方、转接：对方的话是消息，回答也是发出去的消息，要先读完才能回；语速管读的快慢。“视频”同电话一样说话，铃声和音质是视频的；练习里没有画面，镜头里的东西要写进台词。',
    },
    files: {
      title: '文件',
      text: '脚本架上可以导出一份或全部，是一个 zip，测试计划、录音都在里面；在别的电脑上导入就接着写。“文”这一栏就是脚本的源文，喜欢打字的可以直接改，图和表单随时跟着变。',
    },
  },
}

export const enChapters: typeof zhChapters = {
  chapter: {
    moods: {
      title: 'Moods',
      text: 'Trust, arousal and patience, each from 0 to 100. Every reply moves them; conditions ask for them: the place only from trust 45 on, say. When trust runs out, a reaction may end the call. Move them by fives: easier to think of, and quicker to prove.',
    },
    facts: {
      title: 'Facts',
      text: "Facts are what is true in this call. What a line of the caller tells is chosen under 'Reveals' of its node. More points, more weight; without what 'must be known' the work isn't whole. Some words tell whether the narrative holds it.",
    },
    replies: {
      title: 'Replies and acts',
      text: "Every reply has an act: what it does in the talk. Coaching and debrief live on it. In each node one is 'on the best path'; wrong ones should tempt. The best must not always be the longest or the first: the check counts.",
    },
    silence: {
      title: 'Silence',
      text: 'After how long a silence the caller speaks, taps or loses heart. Written once for the call; a node may have its own. Add a reaction for so many silences in a row, so that every call has an end.',
    },
    anywhere: {
      title: 'Reactions anywhere',
      text: 'What happens wherever the talk stands: a unit arrives, a partner joins, trust falls, a minute comes. Of two with one trigger the upper is tried first. It may happen later: the power is off four minutes after the company was told.',
    },
    key: {
      title: 'The key',
      text: 'Class, priority and owner. Near classes earn a part, and the one above the right one earns the most. The answer may change when a fact is known. Whom to send, whom to tell and by when stands here, too. Who crosses a red line gets 49 at most.',
    },
    vary: {
      title: 'Variants',
      text: "One is drawn per attempt: names, places, even what is true. Write {who.name} in texts and $spot in values. With many of them answers can't be passed on. The proof walks every structure and says which one fails.",
    },
    proof: {
      title: 'Proof and robots',
      text: 'The proof walks every situation that can be reached, not samples: endings, facts, the longest and shortest call. Robots then play dozens of calls by eight habits: the best path must reach 95, and haste, silence and guessing must not pass.',
    },
    plans: {
      title: 'Test plans',
      text: 'Keep a good play as a test plan, with what should stand at its end. After each change it is played again, and tells at which step it fails. It lies beside the scenario and goes along when you export.',
    },
    versions: {
      title: 'Versions',
      text: 'Keep a version before a large change. Two can be compared part by part or line by line; going back is one step, and can be undone. Undo and redo reach everything, even after the page was closed.',
    },
    languages: {
      title: 'Two languages',
      text: "Every sentence has a Chinese and an English field; a call that lacks one can't be published. 'Languages' lists every text, what is missing and what has changed since. Send a table or XLIFF to a translator; it finds its places again by their ids. Lock the structure meanwhile, and only words can change.",
    },
    voice: {
      title: 'Recordings',
      text: 'Each line of the caller can be recorded, or taken from a file; loudness is evened, and you can hear it as on the phone. A system voice reads what has none. Lines whose words have changed are marked. Calls by text need none.',
    },
    cities: {
      title: 'Cities and places',
      text: "Places, roads and units come from a city. Under 'Cities and places' on the shelf, copy the one that ships or import GeoJSON; places are added and moved on the map. Choose it as the scenario's city; when published it goes along.",
    },
    text: {
      title: 'Texts, WeChat, video',
      text: 'With the channel set to text message or WeChat nothing rings and nobody speaks, and there is no hold, three-way call or transfer: lines and replies are messages, and one is read before it is answered; the pace of the voice is the pace of reading. A video call is spoken like a phone call, with the ring and sound of video; the exercise shows no picture, so what the camera shows belongs in the lines.',
    },
    files: {
      title: 'Files',
      text: 'The shelf exports one or all as a zip that holds test plans and recordings, too; import it elsewhere and go on. The text view is the file itself: who likes to type changes it there, and graph and forms follow.',
    },
  },
}
