import 'jspsych/css/jspsych.css'
import htmlKeyboardResponse from '@jspsych/plugin-html-keyboard-response'
import { initJsPsych } from 'jspsych'
import { lastNow } from './lastNow.ts'

/** jsPsych's keyboard plugin, trial after trial without end: when each began on the page's clock, and its response time. */
declare global {
  interface Window {
    benchTrials?: { start: number; rt: number | null }[]
  }
}

const trials: { start: number; rt: number | null }[] = []
window.benchTrials = trials

const jsPsych = initJsPsych()
await jsPsych.run([
  {
    timeline: [
      {
        type: htmlKeyboardResponse,
        stimulus: () => `<p>${trials.length}</p>`,
        // the plugin reads the clock last, when it begins to listen
        on_load: () => trials.push({ start: lastNow(), rt: null }),
        on_finish: ({ rt }: { rt: number }) => {
          const trial = trials[trials.length - 1]
          if (trial) trial.rt = rt
        },
      },
    ],
    loop_function: () => true,
  },
])
