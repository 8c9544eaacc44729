"""WhatsApp-Chat-Exporter reads one export, by its command; its JSON is counted, and no HTML is made.

Its own parsing is counted in the same process, as its JSON of a large chat is larger than the chat.
"""

import json
import sys
from pathlib import Path

from Whatsapp_Chat_Exporter import exported_handler
from Whatsapp_Chat_Exporter.data_model import ChatCollection

data = ChatCollection()
exported_handler.messages(sys.argv[1], data, True)
messages = [each for chat in data.values() for each in chat.values()]
system = sum(1 for each in messages if each.meta and each.mime is None)  # `meta` also marks files that are missing
print(json.dumps({"messages": len(messages) - system, "system": system, "file": Path(sys.argv[1]).name}))
