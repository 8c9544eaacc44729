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
Thursday, twenty to eleven. The conference is at two. On Monday you read your report through with Leanne at her kitchen table, line by line. She says she has not had a drink for six weeks. She cried at page four. Then she asked for a pen and put right the spelling of her street.
Joel has the next desk. He does bedtimes with the family, two evenings a week. He turns his screen towards you.
"You need to see this before two. It's her page. It's open to anyone." # speaker: joel
* [Look at what is on the screen] # key: look
  ~ first = "look"
  Leanne in a garden, laughing, a tall glass in her hand with something pink in it. Behind her a trampoline, and Tegan in the air. It went up on Saturday. Under it she has put: about time. Somebody has answered: get it down you girl. You have read nine of these before you stop. # touches: leanne # reflect: What were you looking for when you went on to the comments?
  -> what_now
* [Ask Joel how he came to be on her page] # key: ask
  ~ first = "ask"
  He looks at his hands. "I look in on most of mine, Sunday nights. It's how I know what I'm walking into." He has looked in on Leanne since the spring. He tells you what is there: Leanne in a garden with a glass in her hand, put up on Saturday. You keep your eyes on him and not on the screen. # touches: joel # touches: leanne # reflect: Joel thinks of it as getting ready. What would Leanne call it?
  -> what_now
* [Ask him to close it and just tell you] # key: close
  ~ first = "close"
  He closes it, rather red. "Her with a glass in her hand. Saturday. I'm not making it up." You have seen a corner of it anyway: something pink, a child in mid air. You know less than he does now, and more than Leanne knows you know. # touches: joel # touches: leanne # reflect: Does a corner of a picture count as having looked?
  -> what_now

=== what_now ===
Six weeks, your report says. Joel's finger is on the button that would print ten copies. Pavan, your manager, is behind a shut door in a strategy discussion about a baby with a broken leg. He will be out at half past twelve.
* [Knock on Pavan's door] # key: manager
  ~ second = "manager"
  Pavan comes out with the phone against his chest. A doctor is waiting on it.{first == "ask": You tell him about the Sunday nights. He shuts his eyes for a moment.} "Who looked, and what for? Write that down first. Nobody prints anything. She hears it before they do." It takes four minutes. Through the glass Joel sees Pavan look at him. # touches: pavan # touches: joel # reflect: What did you want from Pavan: advice, or company?
  -> waiting
* [Ring Leanne and tell her what you were shown] # key: ring
  ~ second = "ring"
  ~ knew = "phone"
  ~ night = 1
  She is on the bus with Tegan. You hear the bell. "That's last summer. It brings your old ones up again and I shared it. Look at her arm." Then, much lower: "There was one night, though. The nineteenth. I was going to say. I can't say it on a bus." # touches: leanne # touches: tegan # reflect: She told you that among strangers, with her child beside her. What else could the call have been like?
  -> waiting
* [Write down what you were shown, and go in with the report as it is] # key: write
  ~ second = "write"
  You write four lines: the time, who showed you, what he said it was, and that nobody has checked the date or asked Leanne. Not relied on, you put. Joel reads it upside down. "So we just sit on it?" He prints nothing. He does not say that he will not speak. # touches: joel # touches: leanne # reflect: You wrote that you do not rely on it. How would anybody tell?
  -> waiting

=== waiting ===
Half past one, Skerrow House. Tegan is off school with a bad stomach, and her nan is coming in too, so she is here. She has her nose to the fish tank. Leanne's hair is still wet. Jean holds the coats.
Bernice, the chair, puts her head round the door.
"Anything I should know that isn't in your report?" # speaker: bernice
* [Go into the side room and tell Bernice] # key: chair
  ~ third = "chair"
  "A picture," says Bernice. {knew == "phone": "And she's been told? Then she can say her piece when she's ready, or not at all."|"Which the mother doesn't know about. I won't have it on my table like that. You've got twenty minutes to put it to her, or it isn't here."}
  You come out. {knew == "phone": Leanne has watched the door the whole time.|Leanne has gone to the toilet and Jean is standing outside it. By the time she is back, people are sitting down.} # touches: leanne # touches: bernice # reflect: The chair knows something about Leanne. What does Leanne know about the chair?
  -> room
* {knew == "room"} [Take Leanne round the corner and tell her] # key: corridor
  ~ third = "corridor"
  ~ knew = "corridor"
  There is wired glass, and Tegan behind it. You keep your voice down. "That's last summer," says Leanne. "Look at her arm, she's in plaster." Her hand has gone up to her mouth. "You've had my number all morning." Jean comes round the corner with the coats. "What's she done?" You have eleven minutes left. # touches: leanne # touches: tegan # reflect: Eleven minutes, a corridor, her mother, her child. What could she take in?
  -> room
* {knew == "phone"} [Take Leanne round the corner and ask about the nineteenth] # key: nineteenth
  ~ third = "nineteenth"
  ~ night = 2
  Half a bottle, she says, with the telly on. Tegan was at Jean's. She poured the rest down the sink and stood there with the tap running. "Mum doesn't know. Please don't say it in front of my mum." Behind the wired glass Tegan breathes on the fish tank and draws in the mist. # touches: leanne # touches: jean # reflect: She has asked you for something. What did your face say?
  -> room
* [Say there is nothing, and go in] # key: nothing
  ~ third = "nothing"
  Bernice nods and ticks something. Joel is holding the door for the school nurse. Tegan has drawn a fish on the back of a leaflet about complaints, and gives it to you, because you are there. You put it inside your folder, on top of the report. # touches: tegan # touches: bernice # reflect: What made it nothing?
  -> room

=== room ===
Ten round the table, and a police officer on the screen. Leanne has kept four alcohol sessions out of six. The advocate reads what Tegan wants: a lock for the bathroom, and for her nan to stop whispering.
{second == "manager": Joel says nothing at all. It is Mrs Pardoe, the head, who goes pink. "I'm sorry. Half the playground has seen that picture of Saturday, with the glass."|Joel puts down his pen. "I've got to say it. There's a picture on her page. Saturday, with a glass in her hand."}
{knew == "room": Leanne looks as if somebody had walked into her bedroom.|Leanne does not look at {second == "manager":the head|Joel}. She looks at you.}
* [Ask Bernice for ten minutes outside with Leanne] # key: break
  ~ fourth = "break"
  {night > 0:
  ~ out = "leanne"
  You stand by the bins in the drizzle. She says nothing for eight of the ten minutes. Back inside she does not sit down. "That picture's last year. But I had a drink on the nineteenth. Half a bottle. I'd rather say it than have it found." Jean takes her hand off the back of Leanne's chair. # touches: leanne # touches: jean # reflect: What were the eight minutes for?
  - else:
  {knew == "corridor":You stand by the bins in the drizzle. "I told you already," she says. Back inside she tells them: last summer, plaster, look at the arm. The alcohol worker looks. You can hear the radiator.|You stand by the bins in the drizzle. She is too angry to hear the end of a sentence. Then: "It's last summer. She's got a pot on her arm." She goes back in only because Jean says to, and tells the table, and no one has the picture there to look at.} # touches: leanne # touches: jean # reflect: Who was the break for?
  }
  -> plan
* {night == 0} [Say what you know of the picture, and what you do not] # key: say
  ~ fourth = "say"
  {first == "look":You say that you were shown it this morning and that you looked.|You say that you were told of it this morning and did not look at it properly.} You say nobody has checked the date.{knew == "corridor": You say that Leanne tells you it is last summer's.| You say that Leanne was not asked.} Bernice writes for a long time. Leanne's eyes stay on the table. {knew == "corridor":Her thumb goes up, once, under the edge of it.|"You sat in my kitchen Monday," she says.} # touches: leanne # touches: joel # reflect: It was all true. What did it do?
  -> plan
* {night > 0} [Say what you know: the picture, and the nineteenth] # key: say_all
  ~ fourth = "say"
  ~ out = "you"
  You say she told you herself that the picture is last summer's. Then you say the rest, because the table has to decide on what is known: one night, the nineteenth, and that she told you before anybody asked. {night == 2:You leave out the sink and the tap.|You do not know how much she had, and you say so.} Jean's mouth makes a small shape. Leanne puts her coat on, and stays. # touches: leanne # touches: jean # reflect: It was hers to say. When did it become yours?
  -> plan
* [Wait, and let Leanne answer] # key: wait
  ~ fourth = "wait"
  {knew == "room":"Am I meant to say something?" says Leanne. Nobody tells her. The police officer's picture freezes and comes back. "No, then." She turns her phone over on her knee and does not speak again.|Leanne sits up. "It's last summer. It comes round again and I shared it. Look at her arm, she's in plaster." She turns her own phone round for the table to see.{night > 0: She does not say anything about the nineteenth. Neither do you.}} # touches: leanne # touches: joel # reflect: A silence is also something that you did. Who filled it?
  -> plan

=== plan ===
~ cp = out != "" or knew == "room"
Bernice goes round the table for views. {cp:Five say a child protection plan and two say child in need. It is a child protection plan, for neglect.|It is close. Four say a child in need plan would do, if the sessions go on. Three are not sure.}
Now the plan itself. The police officer unmutes.
"Point seven. Could somebody just keep an eye on her page?"
Pens are ready. {knew == "room":Leanne is looking at the door.|Leanne is looking at you.}
* [Say that nobody should, and that you will ask her instead] # key: ask_her
  ~ fifth = "ask"
  {cp:"And if she doesn't tell us?" says Mrs Pardoe. It is a fair question.|"We're relying on her word, then," says the alcohol worker. He does not say it nastily.} Point seven becomes: the social worker will ask Leanne about drink at each visit, and write down what she says in her words. # touches: leanne # touches: tegan # reflect: What will you do in the week when you do not believe her?
  -> end_ask
* [Offer one look at it, with Leanne, on a day she knows] # key: one_look
  ~ fifth = "one"
  Point seven becomes: one look, together, at her table, on Monday week, Pavan to agree it in writing first. Leanne shrugs. With eleven people watching her, it is hard to say what the shrug is. # touches: leanne # touches: pavan # reflect: Could she have said no?
  -> end_one
* [Let it stand: Joel will look each week, and she knows it] # key: watch
  ~ fifth = "watch"
  "It's public," says somebody. "She's been told," says somebody else. Bernice asks who has agreed it in law, and for how long. There is a pause. She writes it down with a question mark, and says Pavan must take advice before anyone looks. # touches: leanne # touches: joel # reflect: She has been told. What else would it need?
  -> end_watch

=== end_watch ===
Five days later the lawyer's answer comes: not week after week, not without far better reasons. By then the plan has gone out to everybody with point seven in it. Leanne has put up one thing since. It is a picture of a kettle. # ending: watched; Point seven
-> END

=== end_one ===
Monday week, half past four. Leanne holds the phone and you sit on the same side of the table. She scrolls. It is mostly cakes, and other people's children. {night > 0 and out == "":At the nineteenth there is nothing, and neither of you says anything.|She stops at the garden.} Tegan leans in between you. "That's my pot," she says. # ending: one_look; A day she knew
-> END

=== end_ask ===
{
- out == "leanne":
  You drive her home because the buses are off. At the lights she says, "I'd have told you Monday, if you'd asked me anything but the spelling." Tegan is asleep in the back with the leaflet fish on her knee. # ending: nineteenth; The nineteenth
- out == "you":
  She will not have a lift. You watch the three of them at the bus stop, Jean a yard away from the other two. On your first visit after that Leanne answers every question, in full, like somebody filling in a form. # ending: your_words; In your words
- night > 0:
  She stops on the steps. "Thanks for that." You know what for. The nineteenth is not in the minutes. Your own note of the call gets as far as the plaster. Back at your desk it is ten to five, and the note is still open. # ending: between_you; Between the two of you
- knew == "corridor":
  The picture stays up. By the evening somebody has asked under it what happened to the little one's arm, and Leanne has answered with the date. At your next visit she has the answer ready before you have the question. # ending: arm; The arm in plaster
- else:
  By teatime the page is closed. So is the one where the mums of the class arrange lifts. Tegan walks home on Friday behind two girls who used to walk with her. # ending: closed; The page is closed
}
-> END

=== as_child ===
I was poorly so I had to go with them. There's a fish tank, with a castle.
{second == "ring": On the bus my mum's phone went and she turned right round to the window. After, she asked me which arm it was I broke. She knows which arm.}
{third:
- "corridor": The social worker took my mum round the corner but there's glass. I couldn't hear. Mum looked at me and did a smile with just her mouth.
- "nineteenth": The social worker took my mum round the corner but there's glass. Mum was telling something. She kept making her hand go like pouring.
- "chair": The social worker went into a little room with the boss lady. My mum asked my nan what that was for. She said stand up straight.
- "nothing": I did a drawing of the fish and the social worker put it in the folder. I wanted it back after, but I didn't say.
}
{fourth == "break":In the middle my mum came out and stood by the bins. I waved. She didn't see.|They were ages. The orange one went through the castle thirty-one times.}
{out != "": Nan didn't talk on the way home. So now I know there's something, and I don't know what.}
{fifth:
- "watch": Mum says Joel's going to look at her page. She doesn't take any of me now. I had a wobbly tooth and nobody took it.
- "one": Then they looked at it at our table, on my mum's phone. I said that's my pot. I wasn't allowed on the trampoline. I only went on for the picture.
- "ask": {knew == "room" and out == "":Nobody asked me. In that picture I've got my pot on. It was the summer when I was seven. {first == "look":You can see it, if you look at me.}|Now the social worker asks my mum had she had a drink. I'm on the stairs. There's always a gap before she says.}
}
-> DONE

=== as_parent ===
{second:
- "ring": The phone went on the bus and I thought, they've stopped it. I said about the nineteenth before I knew I was going to. I'd been carrying it round like a hot dish.
- "manager": I found out later her boss had known since the morning. Everybody in that building had known since the morning.
- "write": They knew before I'd even washed my hair. It's written down, with the time. Twenty to eleven.
}
{third:
- "corridor": I got told in a corridor with my mum coming. I kept thinking, smile, she's watching you.
- "nineteenth": I told the social worker all of it. The sink and everything. I've never told anybody about the sink.
- "chair": {knew == "phone":I saw them go in the little room. I knew what it was about. I just didn't know how much of me was in there.|I was in the toilet putting lipstick on, to look well.}
- "nothing": {knew == "phone":I thought, good, it's kept.|Everyone smiled at me going in. That's what I can't get past.}
}
{fourth:
- "break": {out == "leanne":I stood up and said it. I could feel my mum's hand go off the chair. It got me the plan. I still would, I think.|Ten minutes by the bins. I was that cross I couldn't do my zip.}
- "say": {out == "you":I'd said it to one person. Then it was said to eleven. Nothing they told was a lie.|At least it got said that nobody had checked. {knew == "room":I'd have liked to be asked, that's all.}}
- "wait": {knew == "room":They all waited for me to answer, and I didn't know what the question was.|I showed them her arm on my own phone. {night > 0:I left the other thing out. I've not slept right since.|My hand was shaking so they had to lean in.}}
}
{fifth:
- "watch": Point seven is my page. I think about it when I'm doing the washing up, somebody looking.
- "one": So we looked together. It was all right. It was a bit like showing the doctor.
- "ask": {knew == "room" and out == "":I've shut the page. I've lost all her birthdays off it, and my sister's messages from when our dad was bad.|Now I get asked to my face. Some weeks I'd sooner they looked.}
}
-> DONE

=== as_colleague ===
It's Joel here. I've done bedtimes at that flat since the spring. I know where the spare nappies are from when they had the cousin staying.
{first:
- "look": I showed what I'd found and it got looked at, properly, comments and all. So it wasn't only me.
- "ask": I got asked what I was doing there on a Sunday night. I'd never said it aloud before. It sounded different aloud.
- "close": I was told to close it, nicely. I felt about twelve.
}
{second:
- "manager": Next thing, Pavan's looking at me through the glass. I'd thought I was being useful. At the table I kept my mouth shut, and then the head said it anyway. {first == "ask":On Friday he asked me for a list of dates. I had to guess at half of them.}
- "ring": I heard the call start. I heard it go quiet. Then I had to go out, so I never knew what she'd answered, and I said my piece at the table.
- "write": It went in a note. Four lines. I don't think a note keeps a child safe, so I said it. Then I saw Leanne's face.
}
{out != "": I'd been wrong about Saturday and right about the drinking. I don't know what to do with that.}
{fifth:
- "watch": They gave me point seven, and then the lawyer took it away. I still do two nights a week. She has Tegan in pyjamas before I knock now, so I needn't come in.
- "one": They did it together at her table. It had never crossed my mind that you could ask.
- "ask": I don't look of a Sunday now. {cp:I lie there and think, what if.|It's quieter, and it's not easier.}
}
-> DONE

=== as_court ===
{second:
- "manager": There is a note of 10.44 that a colleague had opened a public page, of who was told and of the manager's words. {first == "ask":There is a list of earlier dates on which the page was viewed, some of them marked as guessed. No reason is given for any.|It does not say whether he had looked before.}
- "ring": There is a note of a call to the mother at 10.52. She dates the picture to last summer. {out == "":The note seems to stop in the middle.|She speaks of one night.} {first == "ask":It says that a colleague looks every Sunday.|It does not say why a colleague was on the page, or how often.}
- "write": There is a note of four lines made at 10.50, marked not relied on. {first == "ask":It does not mention any Sunday.|It does not say how the page was found.}
}
{first == "look":That the social worker read comments by other people is {fourth == "say" and out == "":said to the table only as having looked.|nowhere written.}}
{third == "chair":The chair's own note has the picture at 1.35.|The chair's checklist has nothing to add at 1.35.}
{fourth:
- "break": The minutes show a break of ten minutes, and then the mother's account in her own words{out == "leanne":, with a drink on the nineteenth}.
- "say": The minutes show how the picture was come by and what was not checked{out == "you":, and a drink on the nineteenth, told by the social worker}.
- "wait": The minutes show {knew == "room":that the mother was asked about a picture and did not answer|that the mother showed the picture on her own phone and dated it}.
}
There is no copy of the picture. {night > 0 and out == "":The nineteenth appears nowhere.}
{fifth:
- "watch": The plan has a line about weekly viewing; five days on, legal advice against it. For those five days nobody can say what was done.
- "one": A single viewing is recorded with its day, its reason, who agreed to it and what the mother said of it.
- "ask": The plan rests on asking. The mother's answers are in quotation marks, with dates.
}
{knew:
- "phone": A judge may ask when the mother first knew. By phone, that morning, says the record.
- "corridor": A judge may ask when the mother first knew. Eleven minutes before the meeting, says the record.
- "room": A judge may ask when the mother first knew. In the room, says the record.
}
-> DONE

=== by_duty ===
{first:
- "look": A page that anybody may open was opened for a purpose that nobody had written down, and strangers' words were read with it.
- "ask": It came out that one person looks at families' pages again and again. Looking again is another matter than looking once, in law too.
- "close": The looking went no further than a corner. What a colleague had already done was left as it was.
}
{second:
- "manager": The manager was told first, as a council's own rules usually ask. A baby with a broken leg waited four minutes.{knew == "room": Pavan said Leanne should hear it first. She did not.}
- "ring": The person was asked first. She was asked where she could not answer freely.
- "write": A record was made at once, and it was honest. It told the file, and not the person.
}
{third == "nothing":The chair asked, and was told that there was nothing.}{third == "chair" and knew == "room":The chair knew before the mother did.}
{knew == "room":The duty to let somebody answer before they are judged came last.|Leanne had a chance to answer before ten people heard it{knew == "corridor":, and it was a short one}.}
{out == "you": What was told to one person was told on, where children's safety allows it and sometimes asks it. She had not been warned that it would be.}
{night > 0 and out == "": A fact that bears on a child's safety was known to one worker and not to the meeting that had to decide.}
{fifth:
- "watch": A plan to look every week was written before anyone knew whether it was lawful.
- "one": Looking was kept to once, with her there and a name under it. Whether she was free to refuse is not plain.
- "ask": Privacy was kept. The duty to test what one is told was left to conversation.
}
-> DONE

=== by_outcome ===
{cp:Tegan has a child protection plan, and a core group in ten days.|Tegan has a child in need plan. Leanne must agree to it, and may stop agreeing.}
{out:
- "leanne": The night of the nineteenth is known, and Leanne was the one who said it. Jean has the spare key back, and has not used it.
- "you": The night of the nineteenth is known. Leanne will weigh what she says to you for a long time. The alcohol worker, who did not know, has moved her to twice a week.
- else: {night > 0:The night of the nineteenth is known to two people. It may have been the last such night. It may not.|Nobody at the table knows of a night on the nineteenth, when Leanne drank and Tegan was at her nan's. Nobody asked about anything but a picture.}
}
The picture was of last summer. {knew == "room":{fourth == "wait":The minutes still have it as Saturday's.}{fourth == "say":The minutes say only that nobody checked.}{fourth == "break":The minutes have two dates for it.}|The minutes have the right year.}
{second == "manager": Joel has been spoken to. Two other workers have gone quiet when he comes in.|Joel has not been spoken to. On Sunday {fifth == "ask":he does not look at Leanne's page. There are six others.|he looks in on the others, as before.}}
{fifth:
- "watch": Leanne takes no pictures of Tegan now. What she does on a Saturday night is known to nobody.
- "one": Leanne has shown her page once without being caught at anything. What comes of that is hers.
- "ask": {knew == "room" and out == "":Leanne's page is closed, and so, for now, is Leanne.|At every visit there is a question, and a gap, and an answer.}
}
-> DONE
