/** Giving a version to the desk. */
export const zh = {
  publish: {
    publish: '发布',
    title: '发布《{{title}}》',
    about: '发布后，学员的首页上就有这一版。旧成绩仍按它们当时的版本算，随时可以撤下。',
    version: '版本号',
    tooLow: '要比发布过的都大：至少 {{n}}',
    note: '这一版改了什么',
    ready: '证明已全部通过，可以发布。',
    checking: '正在证明…',
    errors_one: '还有 {{count}} 个错误，不能发布',
    errors_other: '还有 {{count}} 个错误，不能发布',
    same: '第 {{n}} 版已发布',
    give: '发布第 {{n}} 版',
    cancel: '取消',
    done: '第 {{n}} 版已发布到接警台。',
    toDesk: '去接警台看看',
    failed: '没有发布成：{{why}}',
    before: '发布过的版本',
    withdraw: '撤下',
    withdrawn: '已撤下',
  },
}

export const en: typeof zh = {
  publish: {
    publish: 'Publish',
    title: "Publish '{{title}}'",
    about:
      'Once published it stands on the recruits’ start page. Earlier results stay with the version that they were made with, and it can be withdrawn at any time.',
    version: 'Version',
    tooLow: 'Must be above all that were published: at least {{n}}',
    note: 'What is new in it',
    ready: 'The proof has passed in full: ready to publish.',
    checking: 'Proving…',
    errors_one: '{{count}} error to mend first',
    errors_other: '{{count}} errors to mend first',
    same: 'Version {{n}} is published',
    give: 'Publish version {{n}}',
    cancel: 'Cancel',
    done: 'Version {{n}} is on the desk now.',
    toDesk: 'See it on the desk',
    failed: 'Not published: {{why}}',
    before: 'Published before',
    withdraw: 'Withdraw',
    withdrawn: 'withdrawn',
  },
}
