import { error, warning } from './catalogueEntry.ts'

/** Codes of the answer key and of conditions: what contradicts itself, and what the story counts on and the key forgets. */
export const KEY = {
  SC080: error(
    ['答案自相矛盾', 'An answer that contradicts itself'],
    [
      '正确类别又列在部分得分里，或类别、等级、归口互相对不上。',
      'The right class also stands among those that earn a part, or class and priority do not go together.',
    ],
    [
      '从“也给分的”（also）里删掉正确类别；N 类用等级 N，P 类用 L1 到 L3。',
      "Take the right class out of 'Also earns points' (`also`); N classes have priority N, P classes L1 to L3.",
    ],
  ),
  SC081: warning(
    ['部分得分不像这个类别的', 'Part marks that do not fit the right class'],
    [
      '正确类别的上级不得分，或同门的别的类别比上级得分还高：多半是正确类别写错了。',
      'The classes above the right one earn nothing, or less than its cousins: the right class is probably a slip.',
    ],
    [
      '核对“应判”的类别（class.is）；答到上级的也给一部分分，而且在同一大类里给得最多。',
      'Check the right class (`class.is`); let the class above it earn a part, and within its family the most.',
    ],
  ),
  SC082: error(
    ['故事要的，答案里没有', 'The story counts on it, the key does not ask for it'],
    [
      '红线或关键时限按这个单位、警力来算，答案却没有要求它。',
      'A red line or a stage is judged by this partner or unit, yet the key does not ask for it.',
    ],
    [
      '在“答案”的“联动单位”或“警力”（key.partners、key.units）里写上它，或改掉那条红线、时限。',
      "Name it among the answer key's partners or units (`key.partners`, `key.units`), or mend the failure or the stage.",
    ],
  ),
  SC083: warning(
    ['不计分的要素', 'A fact that earns nothing'],
    ['问不问、记不记都一样。', 'Asking and recording it makes no difference.'],
    [
      '给它 1 分以上的 weight，或删掉这个要素。',
      'Give it a weight of 1 or more, or drop the fact.',
    ],
  ),
  SC084: warning(
    ['特急警情没有要求报值班长', 'An L1 call without telling the duty lead'],
    [
      '《110接处警工作规则》要求紧急警情派警同时报告负责人。',
      'The working rules for 110 want the person in charge told at the same time.',
    ],
    [
      '在“答案”的“联动单位”（key.partners）里加上值班长：必须，60 秒之内。',
      "Add the duty lead to the answer key's partners (`key.partners`): required, within 60 s.",
    ],
  ),
  SC085: warning(
    ['没有用处的联动对象', 'A partner without a part'],
    [
      '“联动单位与车辆”（world.partners）里写了，答案、条件和反应都没有提到。',
      "It stands among 'Partners and units' (`world.partners`), but no key, condition or reaction names it.",
    ],
    [
      '在“答案”的“联动单位”（key.partners）里写上该不该找它，或删掉。',
      "Say among the answer key's partners (`key.partners`) whether to call it in, or drop it.",
    ],
  ),
  SC086: warning(
    ['自相矛盾的条件', 'A condition that contradicts itself'],
    [
      '同一件事既要有又要没有，永远不成立。',
      'It wants the same thing to be and not to be, and never holds.',
    ],
    ['去掉其中一边。', 'Drop one of the two.'],
  ),
  SC087: warning(
    ['要派的警力到了没有下文', 'Required units that the story does not answer'],
    [
      '故事只回应别的警力到场，要求派的这些到了却没有反应：多半是警种写错了。',
      'The story answers the arrival of other kinds only: the required kind is probably a slip.',
    ],
    [
      '核对“答案”里“警力”的种类（key.units），或在“随时反应”里写它到场会怎样（anywhere）。',
      "Check the kind among the answer key's units (`key.units`), or let a reaction answer its arrival (`anywhere`).",
    ],
  ),
  SC088: warning(
    ['同一警种写了两次', 'The same kind of unit twice'],
    [
      '一条没有条件，另一条也说到它，判分只看第一条。',
      'One duty has no condition, and another names the same kind; only the first is judged.',
    ],
    ['合成一条，或给两条都写上条件。', 'Make one of the two, or give both a condition.'],
  ),
  SC089: error(
    ['文字报警里做不到的联动', 'A duty that a text has no way to do'],
    [
      '短信、微信报警时，接警台上没有三方通话和转接：学员做不到，却要扣分。',
      'With a text the desk has no three-way call and no transfer: a recruit would lose points for what cannot be done.',
    ],
    [
      '把“答案”的“联动单位”里的做法改成告知（do: tell），或换成电话、视频报警。',
      "Let the partner be told (`do: tell`) among the answer key's partners, or let the call come by phone or video.",
    ],
  ),
} as const
