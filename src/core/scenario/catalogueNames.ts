import { error, warning } from './catalogueEntry.ts'

/** Codes of the file itself and of what it refers to. */
export const NAMES = {
  SC001: error(
    ['YAML 语法错误', 'YAML syntax error'],
    [
      '文件读不下去，后面的内容都没有检查。',
      "The file can't be read past this point, so nothing after it was checked.",
    ],
    [
      '检查这一行和上一行的缩进、引号、冒号。',
      'Check the indentation, quotes and colons of this line and the one above.',
    ],
  ),
  SC002: error(
    ['不合格式', "Doesn't fit the format"],
    [
      '字段缺少、多余、类型不对或超出范围。',
      'A field is missing, unknown, of the wrong type or out of range.',
    ],
    [
      '按 scenarios/scenario.schema.json 改；编辑器装上 YAML 插件就会提示。',
      'Follow scenarios/scenario.schema.json; an editor with YAML support points it out.',
    ],
  ),
  SC003: error(
    ['文件太大或嵌套太深', 'File too large or too deeply nested'],
    [
      '脚本是外来文件，读取时有上限，免得拖垮程序。',
      "A scenario is untrusted input; its size is bounded so that it can't stall the program.",
    ],
    ['拆开或减少层数。', 'Split it, or nest less deeply.'],
  ),
  SC004: error(
    ['不能用 YAML 别名', 'No YAML aliases'],
    [
      '别名能把小文件展开成无穷大，也让别人看不懂改了哪里。',
      'Aliases can blow a small file up without bound, and hide what an edit changes.',
    ],
    [
      '把内容直接写出来；多处共用的回复放进 groups。',
      'Write it out; replies used in several places go into groups.',
    ],
  ),
  SC005: error(
    ['文件打不开', "The file can't be opened"],
    [
      '路径不对、没有权限，或不是文本文件。',
      "The path is wrong, access is denied, or it isn't a text file.",
    ],
    ['检查路径。', 'Check the path.'],
  ),
  SC006: error(
    ['脚本编号重复', 'Scenario id used twice'],
    [
      '成绩按脚本编号归档，两个同号的脚本会混在一起。',
      'Attempts are filed by scenario id; two scenarios with one id would be mixed up.',
    ],
    ['给其中一个换编号。', 'Give one of them another id.'],
  ),
  SC010: error(
    ['没有这个节点', 'No such node'],
    ['对话会走到一个不存在的地方。', 'The talk would go where there is nothing.'],
    ['改成 talk.nodes 里有的节点，或补上这个节点。', 'Name a node of talk.nodes, or add this one.'],
  ),
  SC011: error(
    ['没有这个回复组', 'No such group of replies'],
    ['节点要用的一组回复不存在。', 'A node wants replies that do not exist.'],
    ['改成 talk.groups 里有的组，或补上这个组。', 'Name a group of talk.groups, or add this one.'],
  ),
  SC012: error(
    ['没有这个要素', 'No such fact'],
    [
      '透露、询问或计分的要素不存在，或在这个变体里不存在。',
      "A fact that is revealed, asked about or scored doesn't exist, or not in this variant.",
    ],
    ['改成 facts 里有的要素，或补上它。', 'Name one of the facts, or add it.'],
  ),
  SC013: error(
    ['标记从来没有设置过', 'A flag that is never set'],
    ['依赖它的条件永远不成立，或永远成立。', 'Conditions on it never hold, or always do.'],
    [
      '在某一步的“设标记”（set）里写上它，或删掉这个条件。',
      "Let some step set it ('Sets flags', `set`), or drop the condition.",
    ],
  ),
  SC014: error(
    ['没有这个回复，或重名', 'No such reply, or several'],
    [
      '条件问的是一句没有的话，或说不清是哪一句。',
      'A condition asks about a reply that does not exist, or it is unclear which.',
    ],
    ['写全名：节点.回复 或 组.回复。', 'Write it in full: node.reply or group.reply.'],
  ),
  SC015: error(
    ['没有这个结局', 'No such ending'],
    [
      '通话会停在没有交代的地方。',
      'The call would end without anybody knowing what happened next.',
    ],
    ['改成 endings 里有的结局，或补上它。', 'Name one of the endings, or add it.'],
  ),
  SC016: error(
    ['没有这个联动单位', 'No such partner'],
    [
      '这座城市没有这个单位，脚本的“联动单位”（world.partners）里也没有。',
      "Neither the city nor the scenario's own partners (`world.partners`) have it.",
    ],
    [
      '改成城市有的单位，或在“联动单位”（world.partners）里写上。',
      'Name a partner of the city, or add it to the partners of this call (`world.partners`).',
    ],
  ),
  SC017: error(
    ['城市没有这类警力', 'The city lacks this kind of unit'],
    ['要派的车这座城市派不出来。', 'What should be sent is not to be had in this city.'],
    ['换一类警力，或换城市。', 'Choose another kind, or another city.'],
  ),
  SC018: error(
    ['没有这座城市', 'No such city'],
    [
      '没有地图，就没有地点、警力和单位，后面的都没法检查。',
      'Without its map there are no places, units or partners, and nothing more can be checked.',
    ],
    ['改成 scenarios/cities 里有的城市。', 'Name a folder of scenarios/cities.'],
  ),
  SC019: error(
    ['地名表里没有', 'Not in the gazetteer'],
    [
      '地图上找不到这个地方，到没到对也没法判断。',
      "The map doesn't have it, so nobody can be sent there or judged by it.",
    ],
    [
      '从城市的地名里选一个；写源文时填它的编号（landmarks、stations）。',
      "Choose one of the city's places; in the text, its id of landmarks or stations.",
    ],
  ),
  SC020: error(
    ['分类表里没有', 'Not in the taxonomy'],
    ['学员在界面上选不到这个类别。', "A trainee can't choose this class."],
    ['改成 scenarios/taxonomy.yaml 里有的类别。', 'Use a class of scenarios/taxonomy.yaml.'],
  ),
  SC021: error(
    ['没有这个教学目标', 'No such goal'],
    [
      '目标按编号统计；写错的目标没有人看得到。',
      'Results are kept by goal; a misspelt one is seen by nobody.',
    ],
    ['改成分类表 goals 里有的编号。', "Use an id of the taxonomy's goals."],
  ),
  SC022: error(
    ['没有这个内容提示', 'No such content notice'],
    [
      '沉重的来电之前要先提示；写错了就不会提示。',
      'Grave calls are announced; a misspelt notice would not be shown.',
    ],
    ['改成有的提示。', 'Use one of the known notices.'],
  ),
  SC023: error(
    ['警情单里没有这个选项', 'The record has no such option'],
    [
      '学员在表上选不到，这个要素永远记不对。',
      "A trainee can't choose it, so the fact could never be recorded right.",
    ],
    [
      '在“真相是”里改选这一栏有的选项，或换一栏来记。',
      "Choose an option of that field under 'What is true', or record it in another field.",
    ],
  ),
  SC024: error(
    ['没有这个重大失误', 'No such critical failure'],
    [
      '这一步说跨了红线，但答案里没有写是哪一条。',
      'This step crosses a red line that the key does not describe.',
    ],
    [
      '在“答案”的“重大失误”（key.critical）里补上，或改名字。',
      "Add it to the answer key's critical failures (`key.critical`), or mend the name.",
    ],
  ),
  SC025: error(
    ['重大失误没有人触发', 'A critical failure that nothing crosses'],
    ['写了却不会扣，等于没写。', 'It stands in the key but can never count.'],
    [
      '在回答或反应的“越过哪条红线”（critical）里写上它，或给它写明“怎样算”（on）。',
      "Name it under 'Crosses' (`critical`) of a reply or reaction, or say what counts (`on`).",
    ],
  ),
  SC026: error(
    ['编号重复', 'Id used twice'],
    [
      '记录、录音和讲评都按编号找，重名就会张冠李戴。',
      'Journal, recordings and debrief go by ids; doubles would be taken for each other.',
    ],
    ['给其中一个换名字。', 'Rename one of them.'],
  ),
  SC027: error(
    ['变体引用落空', 'A reference to a variant that leads nowhere'],
    ['{名字} 或 $名字 抽不到内容。', 'Nothing is drawn for this {name} or $name.'],
    [
      '在 vary 里补上，并让每一项都有同样的字段。',
      'Add it to vary, and give every item the same fields.',
    ],
  ),
  SC028: error(
    ['变体条件永远不成立', 'A condition on a variant that never holds'],
    [
      'vary 里没有这一项，这一段永远不会出现。',
      'No variant has this value, so this part is never played.',
    ],
    ['改成 vary 里有的值。', 'Use a value that vary has.'],
  ),
  SC029: warning(
    ['抽了没有用', 'Drawn but never used'],
    ['这个变体不会让任何内容不同。', 'This variant makes no difference.'],
    ['用上它，或删掉。', 'Use it, or drop it.'],
  ),
  SC030: error(
    ['答案缺一条无条件的', 'No answer without a condition'],
    [
      '任何时候都要有一个按已知信息算对的类别。',
      'At every moment some class must be right by what is known.',
    ],
    [
      '去掉“答案”里第一条判定的条件（when）。',
      'Take the condition (`when`) away from the first answer of the key.',
    ],
  ),
  SC031: error(
    ['要素分值不合规则', 'Weights against the rubric'],
    [
      '六组合计要等于 D3 的分值，挪动有上限。',
      'The six groups must add up to D3, and few points may be shifted.',
    ],
    ['按 rubric.yaml 的 D3 调整。', 'Follow D3 of rubric.yaml.'],
  ),
  SC032: error(
    ['情绪数值超出范围', 'Mood out of range'],
    [
      '起始值或可达到的值不在上下限之内。',
      'A start or an achievable value lies outside the bounds.',
    ],
    ['改数值或上下限。', 'Mend the value or the bounds.'],
  ),
  SC033: warning(
    ['没有真实地点', 'No true place'],
    [
      '没有地点要素，就没有到没到对的说法。',
      'Without a location fact nothing can be said of arriving right or wrong.',
    ],
    [
      '写一个记在“地点”栏（record: location）的要素。',
      'Add a fact that belongs into the field Location (`record: location`).',
    ],
  ),
  SC034: error(
    ['数量超出上限', 'Too many of a kind'],
    [
      '要素、标记、反应各最多 30 个，否则状态空间无法完整检查。',
      'At most 30 facts, 30 flags and 30 reactions, or the whole state space could not be proven.',
    ],
    ['合并或删去一些。', 'Merge or drop some.'],
  ),
  SC035: error(
    ['影响结构的变体太多', 'Too many variants that differ in structure'],
    ['每一种都要完整检查。', 'Every one of them is walked whole.'],
    [
      '让一部分变体只换名字、地点，不写进任何条件（when）。',
      'Let some lists change only names and places, so that no condition (`when`) asks for them.',
    ],
  ),
  SC036: warning(
    ['红线归属不一致', 'Another red line than the rubric says'],
    [
      '这一类失误在评分表里归在别的红线下。',
      'The rubric puts this kind of failure under another red line.',
    ],
    [
      '把“归哪条红线”（line）改成评分表（rubric.yaml）里写的那条。',
      "Set 'Red line' (`line`) to the one that the rubric (rubric.yaml) names for this kind.",
    ],
  ),
  SC037: warning(
    ['挂断之后没有结局', 'Hanging up leads nowhere'],
    [
      '有反应接住了挂断却没有结局，学员挂不断电话。',
      "A reaction takes the hang-up but doesn't end the call, so the trainee can't hang up.",
    ],
    [
      '让这个反应“走到结局”（end），或“去往”（goto）一个会结束的节点。',
      "Let the reaction end the call ('Ends with', `end`), or lead to a node that does ('Leads to', `goto`).",
    ],
  ),
  SC038: error(
    ['既结束又前往', 'Both an end and a goto'],
    [
      '一步不能同时结束通话又走到下一个节点。',
      "One step can't both end the call and lead to a node.",
    ],
    ['只留一个。', 'Keep one of the two.'],
  ),
} as const
