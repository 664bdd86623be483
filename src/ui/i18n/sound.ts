/** Strings of the sound check. */
export const zh = {
  title: '声音',
  test: '试铃声',
  state: {
    untested: '未测',
    ringing: '正在响铃…',
    speaking: '正在试人声…',
    ready: '就绪',
    blocked: '没有声音',
  },
  output: '输出',
  outputDefault: '系统默认',
  latency: '延迟',
  latencyMs: '{{ms}} 毫秒',
  latencyUnknown: '浏览器未提供',
  voice: '人声',
  voices: '系统语音：中文 {{zh}} · 英文 {{en}}',
  noVoice: '本机无{{language}}语音：拟声加字幕',
  languages: { zh: '中文', en: '英文' },
  hint: '戴好耳麦，先试一次铃声。',
  blockedHelp:
    '浏览器没有放出声音。再点一次“试铃声”；仍没有，请在地址栏左侧允许声音，并检查耳麦。字幕照常显示。',
  testLine: '喂，你好，听得清楚吗？',
}

export const en: typeof zh = {
  title: 'Sound',
  test: 'Test the ring',
  state: {
    untested: 'Not tested',
    ringing: 'Ringing…',
    speaking: 'Trying the voice…',
    ready: 'Ready',
    blocked: 'No sound',
  },
  output: 'Output',
  outputDefault: 'System default',
  latency: 'Latency',
  latencyMs: '{{ms}} ms',
  latencyUnknown: 'Not told by the browser',
  voice: 'Voice',
  voices: 'System: {{zh}} Chinese, {{en}} English',
  noVoice: 'No {{language}} voice: murmur',
  languages: { zh: 'Chinese', en: 'English' },
  hint: 'Put your headset on and test the ring once.',
  blockedHelp:
    'The browser let no sound out. Test the ring again; if it stays silent, allow sound at the left of the address bar and check the headset. Captions are shown in any case.',
  testLine: 'Hello, can you hear me clearly?',
}
