"""chat-miner reads one export, to its parsed messages."""

import json
import sys

from chatminer.chatparsers import WhatsAppParser

parser = WhatsAppParser(sys.argv[1])
parser.parse_file()
print(json.dumps({"messages": len(parser.parsed_messages._parsed_messages), "system": 0}))
