/** The reasons for points in the debrief: what was earned, in full or in part, and what was lost. */
export const zh = {
  earned: {
    class: { full: '类别判对', part: '类别不全对，应为 {{class}}', none: '类别应为 {{class}}' },
    'sub-type': {
      full: '子类判对',
      part: '子类不全对，应为 {{class}}',
      none: '子类应为 {{class}}',
    },
    owner: { full: '归口 {{owner}}，对', part: '归口应为 {{owner}}', none: '归口应为 {{owner}}' },
    priority: {
      full: '等级 {{priority}}，对',
      part: '等级应为 {{priority}}',
      none: '等级应为 {{priority}}',
    },
    'location-found': { full: '地点找准', part: '地点不够准', none: '地点没找准' },
    'location-verified': {
      full: '地点复述核实',
      part: '地点核实不全',
      none: '地点没有复述核实',
    },
    fact: { full: '记下：{{fact}}', part: '没记全：{{fact}}', none: '没记下：{{fact}}' },
    'answer-time': { full: '接听及时', part: '接听偏慢', none: '接听太慢' },
    'dispatch-time': { full: '派警及时', part: '派警偏慢', none: '派警太慢，或没派' },
    'dispatch-gated': {
      full: '派警及时',
      part: '派得快，地点或归口不对',
      none: '地点或归口不对，派得快也不计分',
    },
    'dispatch-none': { full: '不用派警，没派', part: '不用派警', none: '不用派警，却派了' },
    'transfer-time': { full: '转接及时', part: '转接偏慢', none: '没有及时转接' },
    'update-time': { full: '新情况及时转告', part: '新情况转告偏慢', none: '新情况没有转告' },
    'stage-time': {
      full: '{{stage}}：及时',
      part: '{{stage}}：偏慢',
      none: '{{stage}}：太慢或没做',
    },
    unit: { full: '派了{{unit}}', part: '派了{{unit}}', none: '没派{{unit}}' },
    'unit-none': { full: '不用派警，没派', part: '不用派警', none: '不用派警，却派了' },
    partner: {
      full: '及时找了{{partner}}',
      part: '找{{partner}}偏晚',
      none: '没找{{partner}}',
    },
    'bridge-announced': {
      full: '{{partner}}接入前先说明',
      part: '{{partner}}接入前说明不全',
      none: '{{partner}}接入没有先说明',
    },
    acts: {
      full: '支持性话术占 {{percent}}%',
      part: '支持性话术只占 {{percent}}%',
      none: '支持性话术只占 {{percent}}%',
    },
    moods: { full: '稳住了对方', part: '对方还没全稳下来', none: '对方没有稳下来' },
    narrative: { full: '记录写全', part: '记录不全', none: '没有写清记录' },
    'safe-close': { full: '平稳收尾', part: '收尾不够稳', none: '没有平稳收尾' },
    'handover-note': {
      full: '写明来源与去向',
      part: '来源去向不全',
      none: '没写明来源与去向',
    },
  },

  lost: {
    'first-choice': '首选 {{class}}，和当时已知不符',
    'unit-useless': '多派了 {{unit}}',
    'unit-harmful': '不该派 {{unit}}',
    'partner-harmful': '不该找{{partner}}',
    'forbidden-act': '禁忌话术：{{act}}',
    interruptions: '打断对方',
    'guess-words': '记录里有猜测：“{{word}}”',
  },
}

export const en: typeof zh = {
  earned: {
    class: {
      full: 'Class right',
      part: 'Class partly right; should be {{class}}',
      none: 'Class should be {{class}}',
    },
    'sub-type': {
      full: 'Sub-type right',
      part: 'Sub-type partly right; should be {{class}}',
      none: 'Sub-type should be {{class}}',
    },
    owner: {
      full: 'Owner {{owner}}, right',
      part: 'Owner should be {{owner}}',
      none: 'Owner should be {{owner}}',
    },
    priority: {
      full: 'Priority {{priority}}, right',
      part: 'Priority should be {{priority}}',
      none: 'Priority should be {{priority}}',
    },
    'location-found': {
      full: 'Place found',
      part: 'Place not exact enough',
      none: 'Place not found',
    },
    'location-verified': {
      full: 'Place read back',
      part: 'Place read back in part',
      none: 'Place not read back',
    },
    fact: {
      full: 'Recorded: {{fact}}',
      part: 'Recorded in part: {{fact}}',
      none: 'Not recorded: {{fact}}',
    },
    'answer-time': { full: 'Answered in time', part: 'Answered late', none: 'Answered too late' },
    'dispatch-time': {
      full: 'Sent in time',
      part: 'Sent late',
      none: 'Sent too late, or nobody sent',
    },
    'dispatch-gated': {
      full: 'Sent in time',
      part: 'Fast, but place or owner wrong',
      none: 'Place or owner wrong: speed earns nothing',
    },
    'dispatch-none': {
      full: 'No unit needed, none sent',
      part: 'No unit needed',
      none: 'No unit needed, yet one was sent',
    },
    'transfer-time': {
      full: 'Transferred in time',
      part: 'Transferred late',
      none: 'Not transferred in time',
    },
    'update-time': {
      full: 'News passed on in time',
      part: 'News passed on late',
      none: 'News not passed on',
    },
    'stage-time': {
      full: '{{stage}}: in time',
      part: '{{stage}}: late',
      none: '{{stage}}: too late or not done',
    },
    unit: { full: 'Sent: {{unit}}', part: 'Sent: {{unit}}', none: 'Not sent: {{unit}}' },
    'unit-none': {
      full: 'No unit needed, none sent',
      part: 'No unit needed',
      none: 'No unit needed, yet one was sent',
    },
    partner: {
      full: '{{partner}} reached in time',
      part: '{{partner}} reached late',
      none: '{{partner}} not reached',
    },
    'bridge-announced': {
      full: '{{partner}} announced before joining',
      part: '{{partner}} announced in part',
      none: '{{partner}} not announced before joining',
    },
    acts: {
      full: 'Supportive acts: {{percent}} %',
      part: 'Supportive acts: only {{percent}} %',
      none: 'Supportive acts: only {{percent}} %',
    },
    moods: {
      full: 'The caller was steadied',
      part: 'The caller was not fully steadied',
      none: 'The caller was not steadied',
    },
    narrative: {
      full: 'Narrative complete',
      part: 'Narrative incomplete',
      none: 'No clear narrative',
    },
    'safe-close': { full: 'Closed well', part: 'Closed unsteadily', none: 'Not closed well' },
    'handover-note': {
      full: 'Source and hand-over noted',
      part: 'Source and hand-over noted in part',
      none: 'Source and hand-over not noted',
    },
  },

  lost: {
    'first-choice': 'First choice {{class}} against what was known',
    'unit-useless': 'Not needed: {{unit}}',
    'unit-harmful': 'Should not go: {{unit}}',
    'partner-harmful': 'Should not be called: {{partner}}',
    'forbidden-act': 'Forbidden act: {{act}}',
    interruptions: 'Talked over the caller',
    'guess-words': 'A guess in the narrative: “{{word}}”',
  },
}
