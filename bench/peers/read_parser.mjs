// whatsapp-chat-parser reads one export, attachments too, as its guide shows.
import { readFileSync } from 'node:fs'
import { parseString } from 'whatsapp-chat-parser'

const messages = parseString(readFileSync(process.argv[2], 'utf8'), { parseAttachments: true })
const system = messages.filter((each) => each.author === null).length
console.log(JSON.stringify({ messages: messages.length - system, system }))
