import 'jspsych/css/jspsych.css'
import htmlKeyboardResponse from '@jspsych/plugin-html-keyboard-response'
import { initJsPsych } from 'jspsych'

/** The smallest experiment: one trial that waits for Enter. */
const jsPsych = initJsPsych()
await jsPsych.run([{ type: htmlKeyboardResponse, stimulus: '<p>Enter</p>', choices: ['Enter'] }])
