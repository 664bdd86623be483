import { error, warning } from './catalogueEntry.ts'

/** Codes of the walk through the whole state space, of the texts, and of the robots. */
export const WALK = {
  SC039: error(
    ['走到了别的变体的结局', 'An ending of another variant is reached'],
    ['这个结局只在另一个变体里有交代。', 'What happened next is only told for another variant.'],
    [
      '去掉结局的条件（when），或让这一步走到这个变体里有的结局。',
      "Drop the ending's condition (`when`), or lead to one of this variant.",
    ],
  ),
  SC040: error(
    ['走不到的节点', 'Unreachable node'],
    ['任何变体、任何走法都到不了这里。', 'No variant and no way of working leads here.'],
    ['补一条通向它的路，或删掉。', 'Lead to it from somewhere, or drop it.'],
  ),
  SC041: warning(
    ['说不出的台词', 'Unreachable line'],
    [
      '它的条件从不成立，或前面的台词总是先成立。',
      'Its condition never holds, or an earlier line always fits first.',
    ],
    ['改条件或次序，或删掉。', 'Mend the condition or the order, or drop it.'],
  ),
  SC042: error(
    ['选不到的回复', 'Unreachable reply'],
    ['学员永远看不到这句话。', 'No trainee will ever be offered it.'],
    ['改条件，或删掉。', 'Mend its condition, or drop it.'],
  ),
  SC043: warning(
    ['不会发生的反应', 'Unreachable reaction'],
    ['触发和条件凑不到一起。', 'Its trigger and its condition never come together.'],
    ['改触发或条件，或删掉。', 'Mend the trigger or the condition, or drop it.'],
  ),
  SC044: error(
    ['走不到的结局', 'Unreachable ending'],
    ['任何变体、任何走法都不会有这个结局。', 'No variant and no way of working comes to it.'],
    ['补一条通向它的路，或删掉。', 'Lead to it from somewhere, or drop it.'],
  ),
  SC045: error(
    ['死胡同', 'Dead end'],
    [
      '电话通着，没有话可说，不说话也不会有变化，只能挂断。',
      'The line is up, nothing can be said and silence changes nothing: only hanging up is left.',
    ],
    ['加一个回复，或让沉默有去处。', 'Add a reply, or let silence lead somewhere.'],
  ),
  SC046: error(
    ['走不到结局的状态', "A state that can't reach an ending"],
    [
      '除了学员自己挂断，这里再也走不到任何结局。',
      'Except by hanging up, no ending can be reached from here any more.',
    ],
    ['给这一段一条通向结局的路。', 'Give this part a way to an ending.'],
  ),
  SC047: error(
    ['绕不出去的圈', 'A loop without an exit'],
    [
      '几个节点互相打转，除了挂断没有出口。',
      'Nodes lead round in a circle, and only hanging up leads out.',
    ],
    ['让其中一步通向圈外。', 'Let one of the steps lead out.'],
  ),
  SC048: error(
    ['说了没有反应的回复', 'A reply that leads nowhere'],
    [
      '所有分支的条件都不成立，点了等于没点。',
      'None of its branches fits, so saying it does nothing.',
    ],
    [
      '在“去往”的最后加一条，不写条件（when）：前面都不成立时就走它。',
      "End 'Leads to' with a branch that has no condition (`when`): it is taken where no other holds.",
    ],
  ),
  SC049: error(
    ['一次给出的回复超过九个', 'More than nine replies at once'],
    [
      '数字键只有九个，学员也看不过来。',
      'There are nine number keys, and nobody reads more in a call.',
    ],
    [
      '加条件，或拆成两步；三到五个最好。',
      'Add conditions or split the step; three to five are best.',
    ],
  ),
  SC050: error(
    ['没弄清必要要素也算成功', 'Success without a required fact'],
    [
      '有一条路没有问出“必须问到”的要素（must），结局却是好的。',
      'There is a way to a good ending on which a fact that must be known (`must`) was never revealed.',
    ],
    [
      '给通向这个结局的路加上“已经知道”的条件（known），或在路上透露它，或不再要求必须问到。',
      "Let that way ask for it ('Known', `known`), reveal it there, or let the fact be one that need not be known.",
    ],
  ),
  SC051: error(
    ['问不出来的要素', "A fact that can't be learned"],
    ['没有一条路会透露它，却要计分。', 'No way reveals it, yet it is scored.'],
    [
      '在来电人会讲到它的节点里，把它加进“说出哪些要素”（reveals）；用不着就删掉。',
      "Put it under 'Reveals' (`reveals`) of the node where the caller tells it, or drop it.",
    ],
  ),
  SC052: error(
    ['只能超时才问得出的要素', 'A fact that can only be learned too late'],
    [
      '最快的走法也过了它“最晚多久”的时限（by）。',
      "Even the fastest way is past its 'At the latest' (`by`).",
    ],
    ['放宽这个时限，或让它早些能问到。', 'Give it more time, or let it be learned sooner.'],
  ),
  SC053: warning(
    ['碰不到的重大失误', 'A critical failure that is out of reach'],
    ['触发它的那一步走不到。', 'The step that crosses it is never reached.'],
    ['让那一步走得到，或删掉这条失误。', 'Make that step reachable, or drop the failure.'],
  ),
  SC054: warning(
    ['话比时间窗还长', 'Text longer than its time window'],
    ['来不及说完或听完，时间就过了。', 'The time is over before the words are said or heard.'],
    ['缩短文字或放宽时间。', 'Shorten the text or widen the window.'],
  ),
  SC055: error(
    ['互相遮住的回复', 'Replies that shadow each other'],
    [
      '同时给出的两个回复说法或效果完全一样，选哪个都一样。',
      'Two replies offered together say or do the same, so there is nothing to choose.',
    ],
    [
      '改其中一个的话、话术或去向，或删掉一个。',
      'Change the words, the act or where one leads, or drop it.',
    ],
  ),
  SC056: warning(
    ['来电人没有话', 'The caller has no line'],
    [
      '到了这个节点，所有台词的条件都不成立，电话里一片安静。',
      'In this node none of the lines fits, so the caller stays silent.',
    ],
    [
      '在台词的最后加一条，不写条件（when）：前面都不成立时就说它。',
      'End the lines with one that has no condition (`when`): it is said where no other holds.',
    ],
  ),
  SC057: error(
    ['状态太多，没有查完', 'Too many states to prove'],
    [
      '状态空间超出上限，后面的没有检查。',
      'The state space is larger than the bound, so it was not walked whole.',
    ],
    [
      '减少情绪、标记和能重来的段落；把一次性的回复放到不会再回来的节点。',
      'Use fewer moods, flags and parts that can be entered again.',
    ],
  ),
  SC058: warning(
    ['状态空间很大', 'A large state space'],
    [
      '能查完，但很慢；多半是能重来的段落里有太多一次性的回复或标记。',
      'It can be proven, but slowly; mostly too many one-time replies or flags in parts that can be entered again.',
    ],
    [
      '给会再回来的回答勾上“可以再说一次”（again），少用标记，或让走过的段落不再回来。',
      "Tick 'Can be said again' (`again`) on replies that come back, use fewer flags, or do not lead back.",
    ],
  ),
  SC060: error(
    ['缺少译文', 'Missing translation'],
    [
      '两种语言都要能用；学员会听到另一种语言。',
      'Both languages must work; a trainee would hear the other one.',
    ],
    ['补上这一种语言。', 'Write it in this language too.'],
  ),
  SC061: warning(
    ['译文里夹着另一种文字', 'The other language shows through'],
    ['英文里有没加引号的汉字。', 'There are unquoted Chinese characters in the English text.'],
    ['译出来；要保留的字加上引号。', 'Translate it; quote what must stay.'],
  ),
  SC062: warning(
    ['最长的往往就是对的', 'The longest reply is the best one too often'],
    ['学员不用听，挑最长的就行。', 'A trainee could pick the longest without listening.'],
    ['把好的回复写短些，差的写长些。', 'Shorten good replies and lengthen poor ones.'],
  ),
  SC063: warning(
    ['第一个往往就是对的', 'The first reply is the best one too often'],
    ['学员不用听，一直按 1 就行。', 'A trainee could press 1 without listening.'],
    ['换换次序。', 'Change the order.'],
  ),
  SC064: error(
    ['还没有写', 'Still to be written'],
    [
      '这里是占位的字，学员会照样听到、看到。',
      'These words only keep the place; a trainee would hear or read them as they are.',
    ],
    ['写上真正的话，中英文都要。', 'Write the real words, in both languages.'],
  ),
  SC070: error(
    ['满分够不着', 'Full marks are out of reach'],
    ['照最佳路线走也拿不到 95 分。', 'Even the best path scores less than 95.'],
    [
      '看机器人在哪里失分：没有一句标着“最佳路线走这句”（best）、要素问不到、时限来不及。',
      "See where the robots lose marks: nodes without a reply 'On the best path' (`best`), facts out of reach, targets too tight.",
    ],
  ),
  SC071: error(
    ['最佳路线也跨红线', 'The best path crosses a red line'],
    ['照最佳路线走也会被封顶。', 'Even the best path is capped.'],
    ['改时限，或给最佳路线留出办法。', 'Mend the limit, or leave the best path a way.'],
  ),
  SC072: error(
    ['不听也能及格', 'Careless habits pass'],
    ['有一个机器人不该及格却及格了。', 'A robot that must fail has passed.'],
    [
      '让那种习惯付出代价：错误的回复要有后果。',
      'Let that habit cost something: wrong replies need consequences.',
    ],
  ),
  SC073: error(
    ['不听的平均分太高', 'Careless habits score too high'],
    [
      '不该及格的机器人平均分要低于 60，一言不发的要低于 20。',
      'Robots that must fail should average below 60, the silent one below 20.',
    ],
    [
      '看它在哪里得分，让那里的分要听了才有。',
      'See where it earns points, and let those need listening.',
    ],
  ),
  SC074: error(
    ['急躁反而分高', 'Haste scores higher than care'],
    [
      '同样的选择，抢话的比听完再说的分高。',
      'With the same choices, talking over the caller scores more than hearing them out.',
    ],
    ['给打断写上 talk.interrupt 的代价。', 'Give interrupting a price in talk.interrupt.'],
  ),
  SC090: error(
    ['测试计划没有通过', 'A test plan fails'],
    [
      '一个测试计划（plans）在现在的脚本上走不下去，或者结果与预期不符。',
      'A test plan (`plans`) can no longer be played on this scenario, or what came of it is not what was expected.',
    ],
    [
      '脚本改错了就改脚本；故意改的就重录这个计划或改它的预期。',
      'If the scenario slipped, mend it; if it was meant, record the plan again or change what it expects.',
    ],
  ),
} as const
