# title: The page before the conference
# theme: open_profiles
# minutes: 12
# says: Three hours before a child protection conference, a colleague turns his screen round to show you a mother's page.
# standard: 2.1
# standard: 2.2
# standard: 2.6
# standard: 3.5
# standard: 3.11
# standard: 5.6
# pcf: 2
# pcf: 6
# pcf: 8
# capability: rights_and_involvement
# capability: critical_reflection
# capability: organisation
# law: looking_online_covertly
# law: repeat_viewing
# law: ripa_limits
# law: lawful_basis
# person: you; you; the social worker
# person: tegan; Tegan; the child, eight
# person: leanne; Leanne; Tegan's mother
# person: jean; Jean; Leanne's mother, Tegan's nan
# person: joel; Joel; a family support worker in your team
# person: pavan; Pavan; your team manager
# person: bernice; Bernice; the conference chair
# person: pardoe; Mrs Pardoe; the head of Tegan's school
# place: Skerrow House
VAR first = ""
VAR second = ""
VAR third = ""
VAR fourth = ""
VAR fifth = ""
VAR knew = "room"
VAR night = 0
VAR out = ""
VAR cp = true
-> start

=== start ===
It is Thursday, twenty to eleven. The child protection conference about Tegan is at two. On Monday you read your report through with her mother, Leanne, at the kitchen table, line by line. Leanne says she has not had a drink for six weeks. She cried at page four. Then she asked for a pen and corrected the spelling of her street.
Joel has the desk next to yours. Two evenings a week he helps the family with bedtime. He turns his screen towards you.
"You need to see this before two. It's Leanne's page. It's open to anyone." # speaker: joel
* [Look at what is on the screen] # key: look
  ~ first = "look"
  Leanne is in a garden, laughing, with something pink in a tall glass. Behind her Tegan is in mid-air over a trampoline. It went up on Saturday. Leanne has written: about time. Somebody has answered: get it down you girl. You have read nine comments before you stop. # touches: leanne # reflect: When did you last read further than you had meant to? What were you hoping to find?
  -> what_now
* [Ask Joel how he came to be on her page] # key: ask
  ~ first = "ask"
  He looks at his hands. "I look at most of mine, Sunday nights. Then I know what I'm walking into." He has looked at Leanne's page since the spring. He tells you what he saw: Leanne in a garden with a glass in her hand, put up on Saturday. You look at him while he says it, and keep your eyes off the screen. # touches: joel # touches: leanne # reflect: Joel thinks of this as getting ready for work. What would a family you know call it?
  -> what_now
* [Ask him to close it and just tell you] # key: close
  ~ first = "close"
  He closes it and goes red. "It's her with a glass in her hand. Saturday. I'm not making it up." You have seen a corner of it all the same: something pink, and a child in mid-air. Leanne does not know that you have seen anything. # touches: joel # touches: leanne # reflect: Has a colleague ever shown you something about a family that you had not asked to see? What did you do about it?
  -> what_now

=== what_now ===
Your report says six weeks. "Shall I print it?" says Joel. "One each?"
Pavan, your manager, is behind a shut door. He is in a strategy discussion about a baby with a broken leg, and will be out at half past twelve.
* [Knock on Pavan's door] # key: manager
  ~ second = "manager"
  Pavan comes out with his hand over the phone. A doctor is waiting on the line. {first == "ask":You tell him about the Sunday nights, and he shuts his eyes for a moment. }"Write down who looked and what for. Nobody prints anything. And Leanne hears about it from you before anybody else does." It takes four minutes. Through the glass Joel sees Pavan look at him. # touches: pavan # touches: joel # reflect: When you knock on a manager's door, what are you hoping they will take off you?
  -> waiting
* [Ring Leanne and tell her what Joel has found] # key: ring
  ~ second = "ring"
  ~ knew = "phone"
  ~ night = 1
  She is on the bus with Tegan, who is off school. "That's last summer's. It brings your old ones up again and I shared it. Look at her arm." Then she says, much more quietly: "There was one night, though. The nineteenth. I was going to tell you. I can't talk about it on a bus." # touches: leanne # touches: tegan # reflect: She answered you among strangers, with her child beside her. How do you find out whether somebody can talk freely before you ask them something hard?
  -> waiting
* [Write down what Joel has found, and go in with the report as it is] # key: write
  ~ second = "write"
  You write four lines: the time, who told you, what he says the picture shows, and that nobody has checked the date or asked Leanne. At the end you put "not relied on". Joel reads it over your shoulder. "So we just sit on it?" He prints nothing. He does not promise to keep quiet either. # touches: joel # touches: leanne # reflect: How could somebody tell from your notes what you knew and chose not to use?
  -> waiting

=== waiting ===
Quarter to two, in the waiting room at Skerrow House.{second == "manager": You meant to ring Leanne first, but two other calls came in.} Leanne's hair is still wet. Her mother, Jean, is coming into the meeting too, so Tegan is here with her bad stomach, and a student will sit with her. Tegan has her nose against the fish tank.
Bernice, who chairs the conference, calls you over to the door.
"Is there anything I should know that isn't in your report?" # speaker: bernice
* [Go into the side room and tell Bernice] # key: chair
  ~ third = "chair"
  You tell her about the picture{knew == "phone": and what Leanne says of it, but not about the nineteenth}. {knew == "phone":"So she knows it may come up," says Bernice. "Good. Then she can answer it herself."|"And the mother doesn't know? I don't want it sprung on her. You have ten minutes to put it to her. If you can't, don't bring it up."}
  {knew == "phone":When you come out, Leanne is watching the door.|When you come out, Leanne has gone to the toilet and Jean is standing outside it. By the time she is back, people are sitting down.} # touches: leanne # touches: bernice # reflect: What do you tell a parent about the talks that professionals have without them?
  -> room
* {knew == "room"} [Take Leanne round the corner and tell her] # key: corridor
  ~ third = "corridor"
  ~ knew = "corridor"
  You keep your voice down, because Tegan is just behind the glass. "That's last summer's," says Leanne. "Look at her arm, she's in plaster." Her hand goes up to her mouth. "You've had my number all morning." Jean comes round the corner with the coats. "What's she done?" There are eleven minutes left. # touches: leanne # touches: tegan # reflect: Where in your own building can you tell somebody something that will upset them?
  -> room
* {knew == "phone"} [Take Leanne round the corner and ask about the nineteenth] # key: nineteenth
  ~ third = "nineteenth"
  ~ night = 2
  It was half a bottle, she says, in front of the telly. Tegan was at Jean's. She poured the rest down the sink and stood there with the tap running. "Mum doesn't know. Please don't say it in front of my mum." Behind the glass Tegan breathes on the fish tank and draws in the mist. # touches: leanne # touches: jean # reflect: She has asked you to keep something back. What do you tell people about what you cannot keep to yourself, and when do you tell them?
  -> room
* [Say there is nothing, and go in] # key: nothing
  ~ third = "nothing"
  Bernice nods and ticks a box. Joel is holding the door for the school nurse. Tegan has drawn a fish on the back of a leaflet about complaints. She gives it to you because you are nearest, and you put it in your folder on top of the report. # touches: tegan # touches: bernice # reflect: What have you left unsaid before a meeting because there was no good moment for it?
  -> room

=== room ===
There are ten people round the table and a police officer on the screen. Leanne has been to four of her six alcohol sessions. The advocate reads out what Tegan wants: a lock on the bathroom door, and for her nan to stop whispering.
{second == "manager":Joel says nothing at all. It is Mrs Pardoe, the head teacher, who goes pink. "I'm sorry, but half the playground has seen that picture from Saturday, with the glass."|Joel puts down his pen. "I've got to say it. There's a picture on her page. Saturday, with a glass in her hand."}
{knew == "room":Leanne looks as if somebody had walked into her bedroom.|Leanne does not look at {second == "manager":Mrs Pardoe|Joel}. She looks at you.}
* [Ask Bernice for ten minutes outside with Leanne] # key: break
  ~ fourth = "break"
  {night > 0:
  ~ out = "leanne"
  You stand by the bins in the drizzle. For eight of the ten minutes she says nothing. When you go back in, she does not sit down. "That picture's last year's. But I had a drink on the nineteenth. Half a bottle. I'd rather say it than have it found." Jean takes her hand off the back of Leanne's chair. # touches: leanne # touches: jean # reflect: She was quiet for eight minutes and you let her be. When did you last leave a silence alone?
  - else:
  {knew == "corridor":You stand by the bins in the drizzle. "I've told you already," she says. Back inside she tells them: it is last summer's, and Tegan's arm is in plaster. She holds out her phone. Only the alcohol worker leans over to look.|You stand by the bins in the drizzle. At first she is too angry to listen to you. Then she says: "It's last summer's. She's got a pot on her arm." She goes back in only because Jean tells her to. She says it again to the table, but nobody there looks at the picture.} # touches: leanne # touches: jean # reflect: When you ask for a break in a meeting, who is it for?
  }
  -> plan
* {night == 0} [Say what you know of the picture, and what you do not] # key: say
  ~ fourth = "say"
  You say that you were {first == "look":shown it this morning, and that you looked}{first == "ask":told of it this morning, and have not looked at it}{first == "close":told of it this morning, and saw only a corner of it}. You say that nobody has checked the date. {knew == "corridor":You say that Leanne tells you it is last summer's.|You say that nobody has asked Leanne.} Bernice writes for a long time. Leanne keeps her eyes on the table. {knew == "corridor":She nods once.|"You sat in my kitchen Monday," she says.} # touches: leanne # touches: joel # reflect: All of it was true. When would have been the best time to say it, and to whom?
  -> plan
* {night > 0} [Say what you know: the picture, and the nineteenth] # key: say_all
  ~ fourth = "say"
  ~ out = "you"
  You say that Leanne told you this morning that the picture is last summer's. Then you say the rest, because the meeting has to decide on what is known. She had a drink on one night, the nineteenth, and she told you before anybody asked. {night == 2:You leave out the sink and the tap.|You do not know how much she had, and you say so.} Jean's mouth goes tight. Leanne puts her coat on, but she stays. # touches: leanne # touches: jean # reflect: She told you, and the meeting needed to know. How do you warn somebody that you are going to pass a thing on?
  -> plan
* [Wait, and let Leanne answer] # key: wait
  ~ fourth = "wait"
  {knew == "room":"Am I meant to say something?" says Leanne. Nobody tells her. The police officer's picture freezes and comes back. "No, then." She turns her phone face down on her knee and does not speak again.|Leanne sits up. "It's last summer's. It comes round again and I shared it. Look at her arm, she's in plaster." She turns her own phone round so that the table can see.{night > 0: She does not mention the nineteenth, and nor do you.}} # touches: leanne # touches: joel # reflect: You kept quiet on purpose. How would Leanne know why?
  -> plan

=== plan ===
~ cp = out != "" or knew == "room"
Bernice goes round the table for views. {cp:Five say a child protection plan, and two say a child in need plan. Bernice decides on a child protection plan, for neglect.|It is close. Four say a child in need plan would do, if the sessions go on. Three are not sure. Bernice decides on a child in need plan.}
They write down what the plan should say. Point seven is about drink. The police officer unmutes.
"Could somebody just keep an eye on her page?"
{knew == "room":Leanne is looking at the door.|Leanne is looking at you.}
* [Say that nobody should, and that you will ask her instead] # key: ask_her
  ~ fifth = "ask"
  {cp:"And if she doesn't tell us?" says Mrs Pardoe. It is a fair question.|"So we're relying on her word," says the alcohol worker. He does not say it unkindly.} Point seven becomes: the social worker will ask Leanne about drink at each visit, and write down what she says in her own words. # touches: leanne # touches: tegan # reflect: What will you do in a week when you do not believe the answer?
  -> end_ask
* [Offer one look at it, with Leanne, on a day she knows] # key: one_look
  ~ fifth = "one"
  Point seven becomes: one look at the page, together, at Leanne's table, on Monday week, if Pavan agrees it in writing first. Leanne shrugs. With eleven people watching her, you cannot tell what the shrug means. # touches: leanne # touches: pavan # reflect: How would you ask for this so that somebody could really say no?
  -> end_one
* [Let it stand: Joel will look each week, and she knows it] # key: watch
  ~ fifth = "watch"
  "It's public," says somebody. "And she's been told," says somebody else. Bernice asks who has said that it is lawful, and how long it would go on. Nobody answers. She writes it down with a question mark. Pavan must take legal advice before anyone looks. # touches: leanne # touches: joel # reflect: She has been told about it. What else would you want settled before anybody looked?
  -> end_watch

=== end_watch ===
Five days later the council's lawyer answers. She advises against looking week after week, even openly, unless there is a far better reason than this one. By then the plan has gone out to everybody with point seven in it. Leanne has put up one thing since. It is a picture of her kettle. # ending: watched; Point seven
-> END

=== end_one ===
It is Monday week, half past four. Pavan has agreed it in writing. You sit next to Leanne, and she holds the phone. She scrolls past cakes and other people's children. {night > 0 and out == "":There is nothing for the nineteenth, and neither of you mentions it. }She stops at the garden. Tegan leans in between you. "That's my pot," she says. # ending: one_look; A day she knew
-> END

=== end_ask ===
{
- out == "leanne":
  The buses are off, so you drive the three of them home. Jean sits in the back next to Tegan, who is asleep. At the lights Leanne says, "On Monday you asked me if it was all correct. You never asked me how I was doing." # ending: nineteenth; The nineteenth
- out == "you":
  Leanne will not have a lift. You watch the three of them at the bus stop, with Jean standing a yard away from the other two. On your next visit Leanne answers every question in full, like somebody filling in a form. # ending: your_words; In your words
- night > 0:
  Leanne stops on the steps. "Thanks for that," she says, and you know that she means the nineteenth. It is not in the minutes. Your own note of her call says only what she told you about the picture. It is ten to five. You are back at your desk, and the note is still open. # ending: between_you; Between the two of you
- knew == "corridor":
  The picture stays up. By the evening somebody has asked under it what happened to the little one's arm, and Leanne has answered with the date. At your next visit she has the date ready before you have asked anything. # ending: arm; The arm in plaster
- else:
  By teatime Leanne has taken her page down. She has also left the group where the class's mums arrange who walks with whom. On Monday Tegan walks home behind two girls who used to walk with her. # ending: closed; The page is closed
}
-> END

=== as_child ===
I was poorly so I had to go with them. There's a fish tank with a castle in it.
{second == "ring": On the bus my mum's phone rang and she turned right round to the window. After, she asked me which arm it was I broke. She knows which arm.}
{third:
- "corridor": The social worker took my mum round the corner but there's glass. I couldn't hear. My mum looked at me and smiled, but only with her mouth.
- "nineteenth": The social worker took my mum round the corner but there's glass. My mum was telling something. She kept doing her hand like pouring.
- "chair": The social worker went into a little room with the boss lady. {knew == "phone":My mum kept looking at the door.|My nan told my mum to go and put some lipstick on.}
- "nothing": I did a drawing of the fish and the social worker put it in the folder. I wanted it back after, but I didn't say.
}
{fourth == "break":In the middle my mum came out and stood by the bins. I waved at her through the window. She didn't see.|They were ages. The orange fish went through the castle thirty-one times.}
{out != "": Nan didn't talk on the way home. So I know there's something, but nobody's told me what.}
{fifth:
- "watch": Mum says people want to look at her page. She doesn't take pictures of me any more. My tooth came out and she didn't take one.
- "one": Then they looked at it at our table, on my mum's phone. I said that's my pot. I wasn't allowed on the trampoline really. I only went on for the picture.
- "ask": {knew == "room" and out == "":Nobody asked me. In that picture I've got my pot on. It was the summer when I was seven. {first == "look":You can see it, if you look at me.}|Now the social worker comes and asks my mum if she's had a drink. I can hear from my bedroom. She always waits a bit before she answers.}
}
-> DONE

=== as_parent ===
{second:
- "ring": My phone went on the bus and I thought, something's happened. I'd told about the nineteenth before I knew I was going to. I'd been carrying it round for weeks.
- "manager": I found out after that the manager had known since the morning. Half that office had known since the morning.
- "write": They knew before I'd even washed my hair. It's written down, with the time.
}
{third:
- "corridor": I got told in a corridor, with my mum coming and Tegan looking at me through the glass. I kept thinking, smile.
- "nineteenth": I told the social worker all of it, the sink and everything. I'd never told anybody about the sink.
- "chair": {knew == "phone":I saw them go in the little room. I knew it was about me. I didn't know how much was getting said.|While they talked about me in the little room I was in the toilet putting lipstick on, so I'd look well.}
- "nothing": {knew == "phone":Nobody said anything before we went in. I thought, good, it won't come up.|Everyone smiled at me going in. I can't get past that.}
}
{fourth:
- "break": {out == "leanne":I stood up and said it. I felt my mum's hand go off the chair. That was me on a child protection plan. I'd still say it again, I think.|We had ten minutes by the bins. I was that cross I couldn't do my zip up.}
- "say": {out == "you":I'd told it to one person. Then I had to sit there while it got told to everybody. I can't say that any of it was a lie.|At least it got said that nobody had checked. {knew == "room":I'd have liked to be asked, that's all.}}
- "wait": {knew == "room":They all waited for me to answer, and nobody had asked me a question.|I showed them her arm on my own phone. {night > 0:I left the other thing out. I haven't slept properly since.|My hand was shaking, so they had to lean in.}}
}
{fifth:
- "watch": Point seven is my page. I'll be doing the washing up and I think, somebody might be looking at it now.
- "one": So we looked at it together. It was all right. It was a bit like showing something to the doctor.
- "ask": {knew == "room" and out == "":I've taken my page down. I've lost all her birthdays that were on it, and my sister's messages from when our dad was ill.|Now I get asked to my face. Some weeks I'd sooner they just looked.}
}
-> DONE

=== as_colleague ===
It's Joel here. I've done bedtimes at that flat since the spring. I know which bear she has to have.
{first:
- "look": I showed the picture and it got looked at, comments and all. So I wasn't the only one who'd looked.
- "ask": I got asked what I was doing there on a Sunday night. I'd never said it aloud before. It sounded worse than I'd thought.
- "close": I was told to close it. It was said nicely. I felt about twelve.
}
{second:
- "manager": The next thing I knew, Pavan was looking at me through the glass. I'd thought I was being useful. At the conference I kept my mouth shut, and then the head said it anyway. {first == "ask":On Friday Pavan asked me for a list of the dates when I'd looked. I had to guess at half of them.}
- "ring": I heard the call start, and then I had to go out. So I never knew what Leanne had answered, and I said my piece at the table.
- "write": It went in a note, four lines. I don't think a note keeps a child safe, so I said it at the table. Then I saw Leanne's face.
}
{out != "": I'd been wrong about Saturday, and she had been drinking all the same. I don't know what to think about that.}
{fifth:
- "watch": They gave me point seven, and then the lawyer took it away. I still do two nights a week. Leanne has Tegan in her pyjamas before I knock now, so that I needn't come in.
- "one": The two of them looked at it together, at her table. It had never crossed my mind that you could ask.
- "ask": I don't look at Leanne's page of a Sunday now. {cp:I lie there and wonder what I'm missing.|I go round on the Monday knowing less than I used to, and I have to ask.}
}
-> DONE

=== as_court ===
{second:
- "manager": There is a note of 10.44. It says that a colleague had opened a public page, who was told, and what the manager said. {first == "ask":A list of earlier dates was added later. Some are marked as guessed, and no reason for looking is given.|It does not say whether the colleague had looked before.}
- "ring": There is a note of a call to the mother at 10.52. She dates the picture to last summer. {out == "":The note ends there.|She speaks of drinking on one night.} {first == "ask":It says that a colleague looks every Sunday.|It does not say why a colleague was on the page, or how often.}
- "write": There is a note of four lines made at 10.50, marked "not relied on". {first == "ask":It does not mention that the colleague looks every Sunday.|It does not say how the page was found.}
}
{first == "look":{fourth == "say" and out == "":The minutes say that the social worker looked. That comments by other people were read is not written anywhere.|That the social worker looked at the page, and read comments by other people, is not written anywhere.}}
{third == "chair":The chair noted before the conference that she had been told of a picture.|What the chair noted before the conference has nothing beyond the report.}
{fourth:
- "break": The minutes show a break of ten minutes, and then the mother's account in her own words{out == "leanne":, with a drink on the nineteenth}.
- "say": The minutes show how the picture was come by and what was not checked{out == "you":, and a drink on the nineteenth, as told by the social worker}.
- "wait": The minutes show {knew == "room":that a picture was mentioned and that the mother did not answer|that the mother showed the picture on her own phone and dated it}.
}
There is no copy of the picture on the file. {night > 0 and out == "":The nineteenth appears nowhere.}
{fifth:
- "watch": The plan has a line about weekly viewing. The legal advice against it is dated five days later. There is no record of whether anybody looked in between.
- "one": A single viewing is recorded with its day, its reason, who agreed to it and what the mother said of it.
- "ask": The plan rests on asking. The mother's answers are in quotation marks, with dates.
}
{knew:
- "phone": A judge may ask when the mother was first told. By telephone that morning, says the record.
- "corridor": A judge may ask when the mother was first told. Eleven minutes before the meeting, says the record.
- "room": A judge may ask when the mother was first told. In the conference itself, says the record.
}
-> DONE

=== by_duty ===
{first:
- "look": A page that anybody may open was looked at, and nobody had written down what for. Comments by people who have nothing to do with the case were read as well.
- "ask": It came out that a worker looks at families' pages again and again. Looking again is a different matter from looking once, in law too.
- "close": Almost nothing was looked at. How the colleague came to be on the page was not asked.
}
{second:
- "manager": The manager was told first, as a council's own rules usually ask. A strategy discussion about a baby was held up for four minutes.{knew == "room": The manager said that Leanne should hear it first, and she did not.}
- "ring": Leanne was told first and could answer. She was told in a place where she could not speak freely.
- "write": A record was made at once, and it was honest. Leanne was not told at the time.
}
{third == "nothing":The chair asked, and was told that there was nothing.}{third == "chair" and knew == "room":The chair knew before the mother did.}
{knew == "room":Leanne was owed a chance to answer before others heard of it. She did not get one.|Leanne had a chance to answer before ten people heard of it{knew == "corridor":, although it was short}.}
{out == "you": What she had said to one worker was told to the meeting. Where a child's safety is at stake that may be done, and sometimes has to be. She had not been warned that it would be.}
{night > 0 and out == "": One worker knew something that bears on a child's safety. The meeting that had to decide did not.}
{fifth:
- "watch": It was put in a plan that somebody would look every week, before anyone knew whether that was lawful.
- "one": The looking was kept to one time, with Leanne there and a manager's name under it. It is not clear that she was free to refuse.
- "ask": Leanne's privacy was kept. There is also a duty to test what one is told, and asking her is the only test in the plan.
}
-> DONE

=== by_outcome ===
{cp:Tegan has a child protection plan. A core group meets within ten working days.|Tegan has a child in need plan. Leanne has to agree to it, and may stop agreeing.}
{out:
- "leanne": The drink on the nineteenth is known, and it was Leanne who told it. Jean has a spare key to the flat again, and has not used it.
- "you": The drink on the nineteenth is known. Leanne will be careful for a long time about what she says to you. The alcohol worker, who had not known, now sees her twice a week.
- else: {night > 0:Two people know about the nineteenth. It may have been the last time. It may not.|Nobody at the meeting knows that Leanne had a drink on the nineteenth, when Tegan was at her nan's. They talked about the picture.}
}
The picture was of last summer. {knew == "room":{fourth == "wait":The minutes still have it as Saturday's.}{fourth == "say":The minutes say only that nobody had checked.}{fourth == "break":The minutes have two dates for it.}|The minutes have the right year.}
{second == "manager": Joel has been spoken to. Two other workers stop talking when he comes in.|Nobody has spoken to Joel. On Sunday {fifth == "ask":he leaves Leanne's page alone, and looks at those of six other families.|he looks at other families' pages as before.}}
{fifth:
- "watch": Leanne takes no pictures of Tegan now. The page tells nobody anything about her Saturday nights.
- "one": Leanne has shown you her page, and it was she who held the phone. She may show you again, or she may not.
- "ask": {knew == "room" and out == "":Leanne has taken her page down, and tells you no more than she must.|At every visit there is a question, a pause, and an answer.}
}
-> DONE
