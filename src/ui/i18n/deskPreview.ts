/** A draft tried on the desk: nothing of it counts. */
export const zh = {
  preview: {
    title: '预览《{{title}}》',
    mark: '预览 · 不记成绩',
    back: '回到工作室',
    about:
      '这是草稿现在的样子，学员还看不到。接警台、计时、评分、讲评都和真的一样；做完即清，不进任何人的成绩。',
    mode: '方式',
    start: '接警',
    again: '再来一通（变体会重新抽）',
    who: '预览',
    missing: '这份草稿不在这台电脑上',
    missingTodo: '它可能存在别的电脑上，或是浏览器数据被清除过。',
    broken: '草稿现在还读不通，没法预览',
    brokenTodo: '先改好下面这些，再来预览：',
    failed: '没能打开预览：{{why}}',
    opening: '正在打开预览…',
    line: '第 {{line}} 行',
  },
}

export const en: typeof zh = {
  preview: {
    title: "Preview of '{{title}}'",
    mark: 'Preview · not counted',
    back: 'Back to the studio',
    about:
      "This is the draft as it stands; recruits can't see it yet. Desk, clocks, scoring and debrief are the real ones; nothing of it is kept or counted for anybody.",
    mode: 'Mode',
    start: 'Take the call',
    again: 'Once more (variants are drawn anew)',
    who: 'Preview',
    missing: 'This draft is not on this computer',
    missingTodo: "It may be on another computer, or the browser's data was cleared.",
    broken: "The draft can't be read just now, so it can't be previewed",
    brokenTodo: 'Mend these first:',
    failed: 'The preview could not be opened: {{why}}',
    opening: 'Opening the preview…',
    line: 'line {{line}}',
  },
}
