# title: The phone in your hands
# theme: skills
# minutes: 12
# says: A mother pushes her daughter's unlocked phone at you and tells you to read it.
# standard: 1.2
# standard: 2.2
# standard: 2.5
# standard: 3.9
# standard: 3.11
# standard: 3.12
# standard: 6.1
# pcf: 4
# pcf: 5
# pcf: 7
# capability: knowledge
# capability: technology_lives
# capability: rights_and_involvement
# law: illegal_images
# law: csa_report
# law: enquiries_into_harm
# law: extracting_a_phone
# person: you; you; the social worker
# person: bia; Bia; the daughter, fourteen
# person: nelo; Nelo; her brother, six
# person: claudia; Claudia; their mother
# person: ky; Ky; somebody who writes to Bia and says that he is seventeen
# person: mina; Mina; Bia's friend
# person: olu; Olu; the duty manager
# person: mead; Sergeant Mead; a police officer who works on exploitation
VAR first = ""
VAR second = ""
VAR third = ""
VAR fourth = ""
VAR fifth = ""
-> start

=== start ===
Your fourth visit, ten past five, the flat over the baker's. Bia has been missing school. You have not shut the street door when Claudia comes down the stairs and pushes a phone against your chest. It is lit, and warm. Behind her comes Bia, with wet hair and bare feet, reaching.
"That's mine. Mum. That's mine." # speaker: bia
Nelo stands in the kitchen doorway with a yoghurt and no spoon.
"You're the social worker. Read it. Read what she says to him." # speaker: claudia
* [Read what is on the screen] # key: read
  ~ first = "read"
  One screen; you do not move it. He is called Ky. She says she did what he wanted, so can he be nice now. He says one more, you promised, don't be boring. Next to that is a small grey square that has not opened. You look away, at Nelo. Bia has seen just where your eyes have been. # touches: bia # touches: claudia # reflect: You know more now than you did. Who gave it to you?
  -> who_first
* [Lay it face down on the table and say that nobody here will read it] # key: down
  ~ first = "down"
  It lies among the plates and buzzes. It buzzes four times. Everybody looks at it. "Then who will?" says Claudia. "When? When she's dead?" You say that there are people whose work it is. Bia says nothing at all. She watches the phone as you would watch a pan of milk. # touches: claudia # touches: bia # reflect: Claudia asked you a real question. What did she hear in your answer?
  -> who_first
* [Put it in Bia's hand] # key: back
  ~ first = "back"
  She has it before you have finished holding it out. The bathroom bolt goes over. A tap runs. Claudia says one word in her own language that makes Nelo look at the floor. "I got it off her for you," she says. "It took me a month." After four minutes Bia comes out with the phone, and her hair is no drier. # touches: bia # touches: claudia # reflect: It is hers, and it may hold proof of what was done to her. Which came to you first?
  -> who_first

=== who_first ===
{first == "back":The phone is up Bia's sleeve|The phone is on the table now, between the bread and the salt}. The flat is a kitchen, a bathroom, and one bedroom with a curtain for a door. Down in the street somebody is pulling the baker's shutter.
"Is Bia in trouble?" # speaker: nelo
Nobody answers him. He has got yoghurt on his sleeve.
* [Ask Bia if you can sit with her, with the curtain not quite drawn] # key: bia_first
  ~ second = "bia"
  She sits down on the floor with her back to the radiator. There are fairy lights, and a list of words for a test she did not go to. It is some time before she speaks. "She goes through my bag as well." In the kitchen Claudia is washing plates as if each had done something. {first != "back":She has put the phone in the bread bin.} # touches: bia # touches: claudia # reflect: What did you want Bia to know before anything else?
  -> bedroom
* [Go down to the landing and ring Olu, the duty manager] # key: olu_first
  ~ second = "olu"
  "What did you see with your own eyes? {first == "read":Say it in words.}{first == "down":Nothing? Good. Keep it so.}{first == "back":Nothing. And she has it now. Right.} Nobody scrolls, nobody copies, nobody wipes." Olu will find the police and set up a strategy discussion by phone, for half past six. You are to stay. Over your head a plate breaks, and a voice goes up and stops. You have been nine minutes. # touches: bia # touches: nelo # reflect: It had to be rung. Who was alone with whom while you made it?
  -> bedroom
* [Sit Claudia down, and ask how she came to read it] # key: claudia_first
  ~ second = "claudia"
  She stood behind Bia for a month to learn the code. She starts to tell you the code, and you put your hand up. "He says seventeen. He waits by the school, in a car with a sticker from a fire station open day, for children. He has children." Then she says what happened to her at fifteen, in another country, in two sentences. Nothing moves on the other side of the curtain. # touches: claudia # touches: bia # reflect: Whose story were you hearing, and who else was?
  -> bedroom

=== bedroom ===
{second == "bia":Bia picks at the paint on the radiator.|Then you ask if you can come in, and Bia says it's a free country. She is on the floor with her back to the radiator.} Nelo has pushed a car under the curtain, to see if it comes back.
"If I tell you something," says Bia, "you can't tell her."
* [Say now what you cannot keep to yourself] # key: warn
  ~ third = "warn"
  She thinks about it fairly. "Then no." She looks at the wall. You stay where you are, and roll the car back. It is a good while before she speaks. "Is it me that's in trouble?" Not with you, you say, and not for telling. She nods, about nine times. That is all you get. # touches: bia # touches: nelo # reflect: She knows where she stands with you. Do you know where he is?
  -> half_past_six
* [Let her tell it, and say afterwards what has to happen] # key: listen
  ~ third = "listen"
  It comes out in order. He put money on her phone. Then he was sad. There are five pictures since half term, and now he says he will send them round. You ask nothing. When she has finished you tell her who has to know. "You let me say all that first," says Bia. # touches: bia # reflect: She has put it plainly. What might she have kept, if you had spoken sooner?
  -> half_past_six
* [Ask only about tonight: where he is, and what she is afraid of] # key: tonight
  ~ third = "tonight"
  "He's not coming tonight. Thursday is his day, by the school, in the car." Afraid? She laughs. "Of my mum's face." Somebody trained for it will ask the rest, you say, just once. She had her mouth open to go on. She shuts it. # touches: bia # touches: claudia # reflect: You kept it clean for the ones who come after. What did you do with what she was about to say?
  -> half_past_six

=== half_past_six ===
Half past six, on the landing: Olu on the line, Sergeant Mead, a doctor eating something. {third == "listen":You give them what she said, as she said it.}{third == "tonight":You give them Thursday and the car{first == "read":, and the words that you saw}.}{third == "warn":{first == "read":You give them the words that you saw.|You give them what Claudia says and what Bia does not.}} Police lead. An officer will come at eight to ask for the phone. Till then it stays on, and nobody uses it.
Bia has come to the top of the stairs.
"My bus pass is on it. Mina's on it. Mina's not well. How long?" # speaker: bia
Nobody on the line knows how long.
* [Ask Bia to put it in an envelope herself, and both sign the flap] # key: envelope
  ~ fourth = "envelope"
  She writes her name as small as it will go. It buzzes inside the paper like a wasp. She copies three numbers on to her arm first, with your pen, from memory, and gets Mina's wrong twice. You say you will bring her some sort of phone tomorrow. "Some sort," says Bia. # touches: bia # reflect: She did it herself. Would you call that agreeing?
  -> waiting
* [Leave it with her till the officer comes] # key: leave
  ~ fourth = "leave"
  She puts it under her and sits on it. Each time it buzzes she shuts her eyes. Claudia stands over her with her arms folded. At twenty to eight you are wiping Nelo's sleeve, and when you turn round Bia is putting the phone back. "It was one word," she says. She does not say which. # touches: bia # touches: claudia # touches: ky # reflect: You left her something that was hers. What else did you leave with her?
  -> waiting
* [Have Claudia put it on top of the cupboard, where all can see it] # key: cupboard
  ~ fourth = "cupboard"
  Claudia wipes it with the dishcloth before she puts it up, next to the candle and the saint. Bia asks if she can at least turn it so the light doesn't show. At twenty to eight you are tying Nelo's laces, for something to do, and a chair scrapes. Claudia is up on it with her back to you. Her thumbs are moving. # touches: claudia # touches: bia # touches: ky # reflect: You gave a mother something to do with her hands. What did you ask of her?
  -> waiting

=== waiting ===
Ten to eight. {fourth == "envelope":The envelope lies in the middle of the table, and buzzes. Claudia takes}{fourth == "leave":Nobody has asked Bia about the word. Claudia takes}{fourth == "cupboard":You have pushed the chair in. Claudia takes} her own phone out of her apron. She turns it towards you, and you look at her face and not at it.
"I'm not stupid. I took pictures of all of it. All his, all hers. So that nobody can say it wasn't." # speaker: claudia
In the bedroom the fairy lights go off.
* [Tell her not to show, send or wipe it, and why] # key: say_why
  ~ fifth = "why"
  You say it low. Copies of such pictures are against the law, whoever makes them and whatever for. A mother too. You do not think that anybody will want to charge her; you cannot promise it. She puts the phone down as though it were hot. "So I am the criminal," says Claudia. "I am. Me." # touches: claudia # reflect: What did she need to know, and what did she need?
  -> eight
* [Ask her to put it away, and tell the officer yourself at the door] # key: quiet
  ~ fifth = "quiet"
  She puts it away, pleased, like somebody with a receipt. When the bell goes you go down alone. On the mat you say it in one breath to a woman in a raincoat, who shuts her eyes for a moment and says, right, then it's two phones. From the top of the stairs Claudia asks what you are whispering about. # touches: claudia # touches: bia # reflect: You spared her ten minutes. What did the ten minutes cost her?
  -> eight
* [Ask her to tell the officer herself, and say that you will stand by her] # key: together
  ~ fifth = "together"
  She practises it under her breath, in one language and then in the other. When the woman in the raincoat comes, Claudia stands up and says it, very well. Behind the curtain there is no sound, and then there is. "You've seen them?" says Bia. "You've got them? On yours?" # touches: claudia # touches: bia # reflect: You thought of how she would tell the officer. Of whom did you not think?
  -> eight

=== eight ===
{
- fourth == "leave" and third == "warn":
  Bia comes out before anyone has called her. She holds the phone out to the raincoat, and then does not quite let go. "It's my choice, though," she says. The officer says that it is. They both hold it for some time. {fifth == "quiet":Then Claudia is asked for hers.} # ending: hers_to_give; Hers to give
- fourth == "leave":
  The officer takes it with Bia's yes and Claudia's. The word was sorry. By the time it is read, four days on, he has closed everything and gone, and sorry is the last thing in it. # ending: one_word; One word
- fourth == "cupboard":
  What Claudia wrote was: I know your car. He had answered at once. He had answered Bia, not her. Tell ur mum she started it. On Wednesday six girls in her year have a message from somebody they do not know, and do not open it, or do. # ending: cupboard; On top of the cupboard
- fifth == "why":
  Two envelopes go down the stairs. Claudia puts her name on hers in full, all five parts of it. {third == "listen":Bia does not come out to see.|Bia watches her mother do it.} In the quiet you can hear the ovens start up below, for tomorrow. # ending: two_envelopes; Two envelopes
- fifth == "quiet":
  Claudia gives up her phone at the top of the stairs, with a neighbour looking. "You could have told me," she says to you. "I was just there. You were drinking my coffee." # ending: on_the_mat; On the mat
- else:
  The officer goes, with two phones in her bag. Bia will not sit in a room with her mother. Claudia will not sit in one without her. You stay until ten, in the bit between. # ending: the_curtain; The curtain
}
-> END

=== as_child ===
I'd just washed my hair. That's what I remember, it dripping, and her going down the stairs with my whole life in her hand.
{first:
- "read": The social worker read it. Only what was there, okay, but I watched it happen. Left to right.
- "down": The social worker put it on its face. It sounds stupid, but it was like when someone puts a coat over you.
- "back": The social worker gave it me back. I don't think anyone's done that before. I had four minutes. I'm not saying what I did with them.
}
{second:
- "bia": I got asked first. She was banging plates so I'd know it.
- "olu": Then off down the stairs to ring someone. Mum came in and said things. She broke the blue plate.
- "claudia": I heard what my mum said through the curtain, about her when she was fifteen. She's never told me that. She told the council.
}
{third:
- "warn": I said you can't tell and I was told straight: some of it, yes. So I didn't say it. But I knew who I was talking to.
- "listen": I said all of it, and then I was told who it was going to. It felt like when you've undressed for the doctor and there's students.
- "tonight": I was going to say it. I'd got my mouth open. I was asked to keep it for someone else. I did it all again on a sofa with a camera, and I left bits out.
}
{fourth:
- "envelope": I put it in the envelope. I know my nan's number now, and Mina's, nearly.
- "leave": I said sorry to him. I don't know why. It was the only word I had.
- "cupboard": It was up by the saint. I saw her thumbs and I thought, that's it, he'll do it now.
}
{fifth:
- "why": My mum had copies. She cried for herself for once.
- "quiet": My mum had copies. I found out from a policewoman on our stairs.
- "together": My mum had copies. She'd looked at them to take them. I can't look at her yet.
}
Nelo keeps asking am I in trouble. I say no.
-> DONE

=== as_parent ===
{first:
- "read": I gave it and it was read, one little piece. Then the eyes went away. I had read the rest by myself at three in the morning.
- "down": I put the proof in that hand, and it was laid on its face with the plates.
- "back": I took a month to get it. It was given back to her in one second.
}
{second:
- "bia": Then they went in, and the curtain was not quite drawn, and I washed plates.
- "olu": Then there was talk on the landing, low, about my house. I went in to her. I said things. The blue plate was my mother's.
- "claudia": I was asked. I sat down. I said a thing I have not said in English before, and she heard it through the curtain. Maybe it is good. I don't know.
}
{fourth:
- "envelope": She wrote her name so small. When she was born I wrote it so big.
- "leave": They left it with her, more than an hour. I stood over her like a guard.
- "cupboard": They gave it to me to keep. Me. Any mother would climb on that chair. He has not come by the school since. Six other girls have his message.
}
{fifth:
- "why": I was told it to my face, so low that the children should not hear. I am against the law. I gave them my phone. I wrote all my names.
- "quiet": They told the police about me down on the mat, and drank my coffee first.
- "together": I said it myself, standing up. I practised. I forgot that a curtain is a curtain.
}
I would do it again, the pictures. I would not do it. I don't know what I would do.
-> DONE

=== as_colleague ===
Olu here, on duty that night. I had two other calls on hold and a sandwich.
{second:
- "olu": I got the call at twenty past five, so I'd a whole hour to find the police. I heard the plate go, down the phone.
- "bia": I got the call at ten past six. My worker had been with the girl. I had twenty minutes to find a sergeant, and I was short with people.
- "claudia": I got the call at ten past six, with the mother's account. She'd given us his car before we knew his real name.
}
{first:
- "read": One screen, read and not touched. So my worker's a witness now, with a statement to give and a night of seeing it again. I hear it came up in supervision on the Friday, last of all, under anything else.
- "down": Not a word read. I've known people who couldn't have kept their eyes off it. I've been people.
- "back": It went back to the girl and into the bathroom. When Mead heard that she put me on mute.
}
{third:
- "warn": We had nothing from the girl. {second == "claudia":We had the mother and a car.|We hadn't so much as a day of the week.}
- "listen": We had all of it. Mead said that she wished it had been on tape. So did I, but it wasn't going to be said to a tape.
- "tonight": We had Thursday and the car by the school. That's what you can send a police car to.
}
{fourth:
- "envelope": The envelope came in with two names on the flap, and a smear of butter.
- "leave": I asked where the phone was and there was a gap. Under her, I was told.
- "cupboard": I asked where the phone was. Then I asked who was watching the person who was watching it.
}
-> DONE

=== as_court ===
There is a note made at twenty to ten that night, with times.
{first:
- "read": It has six lines of messages in the worker's words, "from memory, one screen, not scrolled". It says that there was a square that did not open. The worker is a witness.
- "down": It says that the phone was not read. For what was on it, the court has the police report and the mother.
- "back": It says that the phone was returned to the child, who was alone with it for four minutes. What was there before and not after may or may not be recovered.
}
{second:
- "claudia": The mother's account is in quotation marks, with the car. A code was offered and not taken down.
- "olu": The call to the manager is at 5.19. There is nothing about the nine minutes in the flat, except a broken plate.
- "bia": The child was seen alone before any other step. The call to the manager is at 6.08.
}
{third:
- "warn": The child was told what would be passed on. She then said nothing of the facts, and this is written.
- "listen": The child's account is there, in her order, with no questions. It comes before the recorded interview, and somebody will ask why.
- "tonight": The child said where and when he came. The rest is in the recorded interview, in which she says less than her mother expected.
}
{fourth:
- "envelope": From 6.41 the phone was in a sealed envelope, signed by the child and the worker.
- "leave": From 6.41 to eight the phone was with the child. One message went out.
- "cupboard": From 6.41 to eight the phone was on a cupboard. One message went out, and it was not the child's.
}
{fifth:
- "why": The mother's copies are recorded with what she was told about them. She gave them up.
- "quiet": The mother's copies are recorded as told to an officer by the worker. What the mother was told is not recorded.
- "together": The mother's copies are recorded in her own words.
}
Nothing in the file says what the pictures were, and there is no picture in the file.
-> DONE

=== by_duty ===
{first:
- "read": What a mother held out was read, and no further than it lay open. The girl had said that it was hers.
- "down": Nothing was read, copied or wiped, as the law on such pictures asks. A frightened parent was not answered.
- "back": The girl's right to her own things was kept. The duty to keep proof safe was not.
}
{second:
- "bia": The child was heard first. Others who had to know heard it an hour later than they might have.
- "olu": Those who had to know were told at once. For nine minutes nobody stood between the girl and her mother.
- "claudia": The mother was heard. What she said of herself reached her daughter without her leave.
}
{third:
- "warn": She was told the limits before she spoke, so her silence was free. What might have kept her safe by Thursday went unsaid.
- "listen": She was believed and not questioned. The limits came after, when she could no longer choose.
- "tonight": The danger of the night was asked about, and the telling was left for an interview made for it. She had to hold it till then.
}
{fourth:
- "envelope": The phone was kept safe, with her own hand in it. For a child of fourteen that phone was most of her doors.
- "leave": She was trusted with what was hers, while somebody who hurts her could still reach it.
- "cupboard": It was put out of her reach, and within reach of the person most tempted.
}
{fifth:
- "why": The mother was told the law. It was told to somebody who could hardly bear it.
- "quiet": The police were told. The mother was not, by the one person she thought was on her side.
- "together": The mother spoke for herself. The girl's wish not to be seen was not thought of.
}
A likely offence against a child was reported that night.
-> DONE

=== by_outcome ===
~ temp gone = fourth == "cupboard" or (fourth == "leave" and third != "warn")
~ temp blind = third == "warn" and second != "claudia"
{
- gone and blind: On Thursday nobody waits by the school, neither he nor the police.
- gone: On Thursday a police car waits by the school until five. Nobody comes.
- blind: On Thursday he waits by the school for half an hour. Claudia told the officer about the car. It is in a statement that will be typed on Friday.
- else: On Thursday a police car waits by the school. A man of thirty-one is spoken to, and his car is looked at.
}
{third:
- "warn": Bia asks for you by name, and still tells you nothing. She tells the woman with the camera more than anyone had hoped.
- "listen": Bia's interview on tape is thinner than what she said on the floor.
- "tonight": Bia's interview is all that there is of her account. It is careful, and short.
}
{fourth:
- "envelope": The phone can be read whole{first == "back":, but for four minutes in a bathroom}. Bia has some sort of phone. Mina was in hospital for three days before Bia heard.
- "leave": {third == "warn":The phone can be read up to the last word, and the last word was hers. She gave it up herself, and tells people so.|He took fright at one word. Bia thinks that she ruined it. It is the first thing that she says to everyone.}
- "cupboard": He was warned. Six more girls are known to the police because of it, and two of them have mothers who have not been told.
}
{fifth:
- "why": Claudia had a letter in March that nothing more would be done. She keeps it behind the saint.
- "quiet": Claudia had a letter in March that nothing more would be done. She has asked for another social worker.
- "together": Claudia had a letter in March that nothing more would be done. Bia eats with the neighbour on some evenings, and comes home to sleep.
}
Nelo has stopped asking. {second == "olu":He knows where the bits of the blue plate are.|He walks in front of Bia to school, and looks at cars.}
-> DONE
