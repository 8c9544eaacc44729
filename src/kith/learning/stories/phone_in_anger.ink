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
It is Tuesday, ten past five, and your fourth visit to the flat over the baker's. Bia has been missing school. You are hardly through the door when her mother, Claudia, pushes a phone at you. It is unlocked. Bia comes after her with wet hair and bare feet, reaching for it.
"That's mine. Mum. That's mine." # speaker: bia
Nelo, who is six, stands in the kitchen with a yoghurt and no spoon.
"You're the social worker. Read it. Read what she says to him." # speaker: claudia
* [Read what is on the screen] # key: read
  ~ first = "read"
  You read one screen and do not move it. He is called Ky. Bia has written that she did what he wanted, so can he be nice now. He has written: one more, you promised, don't be boring. Beside that is a small grey square, a picture that has not opened. You look away, at Nelo. Bia has watched you read. # touches: bia # touches: claudia # reflect: When somebody holds out another person's phone to you, what do you do in the first second?
  -> who_first
* [Lay it face down on the table and say that nobody here will read it] # key: down
  ~ first = "down"
  It lies among the plates and buzzes, four times. "Then who will read it?" says Claudia. "When? When she's dead?" You say that there are people whose work it is. Bia says nothing. She watches the phone as you would watch a pan of milk. # touches: claudia # touches: bia # reflect: Claudia asked you who, and when. What could you truthfully answer in your own area?
  -> who_first
* [Put it in Bia's hand] # key: back
  ~ first = "back"
  Bia has it before you have finished holding it out. She bolts herself in the bathroom and a tap runs. Claudia says one word in her own language, and Nelo looks at the floor. "I got that off her for you," she says. "It took me a month." After four minutes Bia comes out with the phone, her hair still dripping. # touches: bia # touches: claudia # reflect: It is her phone, and it may hold evidence of what was done to her. Which of the two do you usually think of first?
  -> who_first

=== who_first ===
{first == "back":Bia has the phone up her sleeve.|The phone is on the table now, between the bread and the salt.} There is a kitchen, a bathroom, and one bedroom with a curtain for a door. Down in the street the baker is pulling his shutter down.
"Is Bia in trouble?" # speaker: nelo
Nobody answers him.
* [Ask Bia if you can sit with her, with the curtain not quite drawn] # key: bia_first
  ~ second = "bia"
  She sits on the bedroom floor with her back to the radiator. There are fairy lights, and a list of words for a test she did not go to. She is silent for a long time. "She goes through my bag as well," she says then. In the kitchen Claudia is washing plates, loudly. {first != "back":She has put the phone in the bread bin.} # touches: bia # touches: claudia # reflect: What do you want a child to know about you before you ask them anything?
  -> bedroom
* [Go down to the landing and ring Olu, the duty manager] # key: olu_first
  ~ second = "olu"
  Olu asks what you saw with your own eyes. {first == "read":"Tell me in words. }{first == "down":"Nothing? Good. }{first == "back":"Nothing, and she's got it back. Right. }Nobody scrolls, nobody copies, nobody deletes." Olu will find the police, and set up a strategy discussion by phone for half past six. You are to stay with the family. Above you a plate breaks. Somebody shouts, and stops. You have been gone nine minutes. # touches: bia # touches: nelo # reflect: You had to ring. When you step out to make a call, how do you decide who is left alone with whom?
  -> bedroom
* [Sit Claudia down, and ask how she came to read it] # key: claudia_first
  ~ second = "claudia"
  For a month Claudia stood behind Bia to learn the code. She starts to tell you the code, and you put your hand up to stop her. "He says seventeen. I saw him. He waits by the school in a car with a baby seat." Then, in two sentences, she tells you what happened to her at fifteen, in another country. Behind the curtain nobody moves. # touches: claudia # touches: bia # reflect: Who else could hear what Claudia told you? When did you last check who was listening?
  -> bedroom

=== bedroom ===
{second == "bia":Bia picks at the paint on the radiator.|Then you ask if you can come in, and Bia says it's a free country. She is on the bedroom floor with her back to the radiator.} Nelo has pushed a toy car under the curtain.
"If I tell you something, you can't tell her." # speaker: bia
* [Say now what you cannot keep to yourself] # key: warn
  ~ third = "warn"
  You say that if somebody is hurting her you must pass it on, and her mother will hear some of it. She thinks about that. "Then no." You stay, and roll the car back to Nelo. After a good while she says, "Am I in trouble?" Not with you, you say, and not for telling. She nods, and tells you nothing more. # touches: bia # touches: nelo # reflect: What words do you use for this, and have you asked a young person how they sound?
  -> half_past_six
* [Let her tell it, and say afterwards what has to happen] # key: listen
  ~ third = "listen"
  She tells it in order. He put credit on her phone. He was nice, then he was sad, then he asked for a picture. She has sent five since half term, and now he says he will send them round. You ask her no questions. When she has finished you tell her who has to know. "You let me say all that first," says Bia. # touches: bia # reflect: When in a talk do you say what you cannot keep to yourself, and what happens when you leave it until the end?
  -> half_past_six
* [Ask only about tonight: where he is, and what she is afraid of] # key: tonight
  ~ third = "tonight"
  "He's not coming tonight. Thursday's his day, by the school, in the car." And is she afraid of anything tonight? She laughs. "My mum's face." You say that somebody trained for it will ask her the rest, so that she need not tell it twice. She had her mouth open to go on. She shuts it. # touches: bia # touches: claudia # reflect: She was about to tell you more, and you asked her to wait. How do you stop somebody kindly?
  -> half_past_six

=== half_past_six ===
Half past six. {second != "olu":You rang Olu at ten past. }You are on the landing, with Olu, Sergeant Mead and a hospital doctor on the line. {third == "listen":You give them what Bia said, as she said it.}{third == "tonight":You give them Thursday and the car{first == "read":, and the words that you read}.}{third == "warn":You give them {first == "read":the words that you read|what Claudia says is on the phone}{second == "claudia":, and the car}. Bia has told you nothing.} The police will lead. An officer will come at eight to ask for the phone. Until then it stays on, and nobody uses it. You go in and tell Bia.
"My bus pass is on it. Mina's on it. Mina's not well. How long will they have it?" # speaker: bia
Nobody could tell you.
* [Ask Bia to put it in an envelope herself, and both sign the flap] # key: envelope
  ~ fourth = "envelope"
  She writes her name as small as it will go. The phone buzzes inside the paper. First she has copied three numbers on to her arm with your pen, from memory, and got Mina's wrong twice. You say that you will try to bring her some sort of phone tomorrow. "Some sort," says Bia. # touches: bia # reflect: She did it herself, because you asked. How do you tell agreeing from giving in?
  -> waiting
* [Leave it with her till the officer comes] # key: leave
  ~ fourth = "leave"
  She puts it under her and sits on it. Each time it buzzes she shuts her eyes. Claudia stands over her with folded arms. At twenty to eight you are wiping yoghurt off Nelo's sleeve. When you turn round, Bia is putting the phone back. "It was one word," she says. She does not say which. # touches: bia # touches: claudia # touches: ky # reflect: You trusted her with what was hers. Who could reach her through it?
  -> waiting
* [Have Claudia put it on top of the cupboard, where all can see it] # key: cupboard
  ~ fourth = "cupboard"
  Claudia wipes it with the dishcloth and puts it up, next to the candle and the saint. Bia asks if she can turn it over so that the light does not show. At twenty to eight you are tying Nelo's laces when a chair scrapes. Claudia is standing on it with her back to you. Her thumbs are moving. # touches: claudia # touches: bia # touches: ky # reflect: When did you last ask a frightened parent simply to wait? What did you give them to do?
  -> waiting

=== waiting ===
Ten to eight. {fourth == "envelope":The envelope lies in the middle of the table and buzzes.}{fourth == "leave":Nobody has asked Bia what the word was.}{fourth == "cupboard":Claudia has come down, and you have pushed the chair in.} Claudia takes her own phone out of her apron and turns it towards you. You look at her face and not at the screen.
"I'm not stupid. I took pictures of all of it. All his, all hers. So nobody can say it wasn't." # speaker: claudia
Behind the curtain the fairy lights go off.
* [Tell her not to show, send or wipe it, and why] # key: say_why
  ~ fifth = "why"
  You say it quietly. Copies of such pictures are against the law, whoever makes them and for whatever reason. That means a mother too. You do not think that anybody will want to charge her, but you cannot promise it. She puts the phone down as though it were hot. "So I am the criminal," says Claudia. "Me." # touches: claudia # reflect: How would you tell a parent this so that they could still hear the rest of what you have to say?
  -> eight
* [Ask her to put it away, and tell the officer yourself at the door] # key: quiet
  ~ fifth = "quiet"
  She puts it away, pleased, like somebody who has kept the receipt. When the bell goes you go down alone and tell the officer. She is a woman in a raincoat. She shuts her eyes for a moment and says, "Right. Two phones, then." From the top of the stairs Claudia asks what you are whispering about. # touches: claudia # touches: bia # reflect: You spared Claudia ten bad minutes. When have you told another agency something before you told the person, and what did it do?
  -> eight
* [Ask her to tell the officer herself, and say that you will stand by her] # key: together
  ~ fifth = "together"
  Claudia practises it under her breath, in one language and then in the other. When the officer comes, a woman in a raincoat, Claudia stands up and says it well. It is quiet behind the curtain, and then it is not. "You've seen them?" says Bia. "You've got them? On yours?" # touches: claudia # touches: bia # reflect: You were thinking of how Claudia would tell the officer. Whose side of the curtain do you tend to forget?
  -> eight

=== eight ===
{
- fourth == "leave" and third == "warn":
  Bia comes out before anyone has called her. She holds out the phone to the officer, and then does not quite let go. "I'm giving it you. She's not." The officer says that she has to ask Bia's mother as well, but that she wants to hear it from Bia first. They both hold the phone for some time. {fifth == "quiet":Then Claudia is asked for hers.} # ending: hers_to_give; Hers to give
- fourth == "leave":
  The officer asks Bia and asks Claudia, and takes it. The word was "sorry". By the time anybody at the police reads it, four days later, Ky has closed his accounts and gone. # ending: one_word; One word
- fourth == "cupboard":
  Claudia had written: I know your car. Ky answered at once: tell ur mum she started this. On Wednesday six girls in her year get a message from somebody they do not know, with a picture. Some of them open it. # ending: cupboard; On top of the cupboard
- fifth == "why":
  Two envelopes go down the stairs. Claudia has written her whole name on hers, all five parts of it. {third == "listen":Bia has not come out to see.|Bia watched her mother do it.} It is quiet enough to hear the ovens being switched on below, for tomorrow's bread. # ending: two_envelopes; Two envelopes
- fifth == "quiet":
  Claudia gives up her phone at the top of the stairs, with a neighbour looking. "You could have told me," she says to you. "I was just there. You were drinking my coffee." # ending: on_the_mat; On the mat
- else:
  The officer goes, with two phones in her bag. Bia will not sit in a room with her mother, and Claudia will not let Bia out of her sight. You stay until ten, going between the kitchen and the bedroom. # ending: the_curtain; The curtain
}
-> END

=== as_child ===
I'd just washed my hair. That's what I remember, it dripping, and my mum going to the door with my whole life in her hand.
{first:
- "read": The social worker read it. Only the bit that was showing, okay, but I watched it happen. The eyes went left to right.
- "down": The social worker put it face down. It sounds stupid, but it was like when someone puts a coat over you.
- "back": The social worker gave it me back. I don't think anyone's ever done that. I had four minutes. I'm not saying what I did with them.
}
{second:
- "bia": I got asked first, before my mum. She was banging the plates so I'd know she minded.
- "olu": Then the social worker went off down the stairs to ring someone. My mum came in and said things. She broke the blue plate.
- "claudia": I heard what my mum said, through the curtain, about when she was fifteen. She's never told me that. She told the council.
}
{third:
- "warn": I said you can't tell, and I got told straight, I might have to. So I didn't say it. But I knew who I was talking to.
- "listen": I said all of it, and then I got told who it was going to. It was like when you've undressed for the doctor and there's students there.
- "tonight": I was going to say it. I'd got my mouth open. I got asked to keep it for someone else. I told it the week after, on a sofa with a camera, and I left bits out.
}
{fourth:
- "envelope": I put it in the envelope. I know my nan's number off by heart now, and Mina's, nearly.
- "leave": I said sorry to him. I don't know why. It was the only word I could think of.
- "cupboard": It was up by the saint. I saw my mum's thumbs going and I thought, that's it, he'll do it now.
}
{fifth:
- "why": My mum had copies. When they told her about it she cried, and for once it wasn't at me.
- "quiet": My mum had copies. I found out from a policewoman on our stairs.
- "together": My mum had copies. She must have looked at them to take them. I can't look at her yet.
}
Nelo keeps asking am I in trouble. I say no.
-> DONE

=== as_parent ===
{first:
- "read": I gave it, and the social worker read one little piece, and then looked away. I had read the rest by myself at three in the morning.
- "down": I put the proof in that hand, and it was laid on its face with the plates.
- "back": It took me a month to get it. It was given back to her in one second.
}
{second:
- "bia": Then they went in together, and the curtain was not quite drawn, and I washed plates.
- "olu": Then there was talking on the landing, low, about my house. I went in to Bia and I said things I should not have said. The blue plate was my mother's.
- "claudia": I was asked, so I sat down. I said a thing that I have not said in English before, and she heard it through the curtain. Maybe it is good that she heard. I don't know.
}
{fourth:
- "envelope": She wrote her name so small. When she was born I wrote it so big.
- "leave": They left it with her for more than an hour. I stood over her like a guard.
- "cupboard": They gave it to me to keep. To me. Any mother would climb on that chair. He has not come by the school since. But six other girls have his message.
}
{fifth:
- "why": I was told it to my face, quietly, so that the children should not hear: what I have done is against the law. I gave them my phone. I wrote all my names.
- "quiet": The police were told about me down on the mat, by somebody who had just drunk my coffee.
- "together": I said it myself, standing up. I practised. I forgot that she could hear it all.
}
Some days I would take those pictures again, and some days I would not.
-> DONE

=== as_colleague ===
Olu here, on duty that night. I had two other calls on hold and a sandwich.
{second:
- "olu": I got the call at twenty past five, so I had a whole hour to find the police. I heard that plate go, down the phone.
- "bia": I got the call at ten past six. My worker had been with the girl. I had twenty minutes to find a sergeant, and I was short with people.
- "claudia": I got the call at ten past six, with the mother's account. She'd given us his car before we knew his real name.
}
{first:
- "read": One screen, read and not touched. So my worker's a witness now. I asked how they were and they said fine, and I let them say it, because the phone was going.
- "down": Not a word read. I've known people who couldn't have kept their eyes off it. I've been one of them.
- "back": It had gone back to the girl and into the bathroom. I had to tell Sergeant Mead that, and it went very quiet on the line.
}
{third:
- "warn": We had nothing from the girl. {second == "claudia":We had what the mother said, and a car.|We didn't even have a day of the week.}
- "listen": We had all of it. Sergeant Mead wished it had been recorded. So did I, but I don't think she'd have said it to a camera that night.
- "tonight": We had Thursday, and the car by the school. You can send somebody to that.
}
{fourth:
- "envelope": The envelope came in with two names on the flap, and a smear of butter.
- "leave": I rang at seven and asked where the phone was. Bia was sitting on it, I was told. I didn't like that, and I didn't say so.
- "cupboard": I rang at seven and asked where the phone was. On the cupboard. I never asked whether the mother knew the code.
}
-> DONE

=== as_court ===
There is a note with times, written the same night.
{first:
- "read": It has six lines of messages in the worker's words: "from memory, one screen, not scrolled". It says that there was one picture that did not open. The worker is a witness.
- "down": It says that the phone was not read. For what was on it, the court has the police report and the mother's statement.
- "back": It says that the phone was given back to the child, who was alone with it for four minutes. Anything deleted in that time may or may not be recovered.
}
{second:
- "claudia": The mother's account is in quotation marks, with the car. A code was offered and was not written down.
- "olu": The call to the manager is at 5.19. Of the nine minutes in which the worker was out of the flat, the note says only that a plate was heard to break.
- "bia": The child was seen on her own before any other step was taken. The call to the manager is at 6.08.
}
{third:
- "warn": The note says that the child was told what would be passed on, and that after this she said nothing of the facts.
- "listen": The child's account is there, in her order, with no questions put. It was given before the recorded interview, and the court may be asked what weight that leaves to each.
- "tonight": The child said where and when he came. The rest is in the recorded interview, in which she says less than her mother expected.
}
{fourth:
- "envelope": From 6.41 the phone was in a sealed envelope, signed by the child and the worker.
- "leave": From 6.41 to eight the phone was with the child. One message was sent.
- "cupboard": From 6.41 to eight the phone was on a cupboard. One message was sent, and the child did not send it.
}
{fifth:
- "why": The mother's copies are recorded, with what she was told about them. She handed over her phone.
- "quiet": The mother's copies are recorded, as told to an officer by the worker. It is not recorded that anything was said to the mother.
- "together": The mother's copies are recorded in her own words.
}
The worker's note does not describe the pictures, and there is no picture in the file.
-> DONE

=== by_duty ===
{first:
- "read": What a mother held out was read, and no more than lay open. The girl had said that it was hers.
- "down": Nothing was read, copied or deleted. A frightened parent had no answer to her question.
- "back": The girl's right to her own things was kept. Evidence of an offence against her was left unprotected for four minutes.
}
{second:
- "bia": The child was heard first. The manager and the police were told an hour later than they could have been.
- "olu": The manager was told at once. For nine minutes nobody stood between the girl and her mother's anger.
- "claudia": The mother was heard. Her daughter overheard something that Claudia had not chosen to tell her.
}
{third:
- "warn": She was told the limits before she spoke, so she was free to keep silent. Something that could have protected her was not said.
- "listen": She was believed and not questioned. She was told the limits afterwards, when she could no longer choose.
- "tonight": The danger of that night was asked about. The rest was left for an interview made for it, and until then she had to carry it.
}
{fourth:
- "envelope": The phone was kept safe, and she had a part in that. She lost her bus pass and her friends' numbers with it.
- "leave": She was trusted with what was hers. Meanwhile somebody who was hurting her could still reach her.
- "cupboard": The phone was put where all could see it, and where the most frightened person in the room could reach it.
}
{fifth:
- "why": The mother was told the law by the person who knew it. She was told at a moment when she could hardly bear it.
- "quiet": The police were told. The mother, whom it concerned, was not.
- "together": The mother spoke for herself. Nobody asked Bia whether she wanted to be out of hearing.
}
A likely offence against a child was reported the same evening.
-> DONE

=== by_outcome ===
~ temp gone = fourth == "cupboard" or (fourth == "leave" and third != "warn")
~ temp blind = third == "warn" and second != "claudia"
{
- gone and blind: On Thursday nobody waits by the school, neither Ky nor the police.
- gone: On Thursday a police car waits by the school until five. Ky does not come.
- blind: On Thursday Ky waits by the school for half an hour. Bia is at home. The police do not yet know that it is his day.
- else: On Thursday a police car waits by the school. A man of thirty-one is arrested, and his phone is taken.
}
{third:
- "warn": Bia asks for you by name, and still does not talk about it with you. In the recorded interview she says more than anyone had hoped.
- "listen": In the recorded interview Bia says less than she said on the bedroom floor.
- "tonight": The recorded interview is the only account that Bia gives. It is careful, and short.
}
{fourth:
- "envelope": The police can read the whole phone{first == "back":, except what may have gone in those four minutes}. Bia has another phone, an old one. Mina was in hospital for three days before Bia heard of it.
- "leave": {third == "warn":The police can read the phone up to the last word, which was Bia's. She handed it over herself, and tells people so.|Ky took fright at one word. Bia thinks that she ruined everything. She tells everyone so before they have asked.}
- "cupboard": Ky was warned. Six girls were sent something, and the police have to see each of them with a parent. Bia does not go in to school that month.
}
{fifth:
- "why": In March Claudia has a letter that nothing more will be done about her copies. She keeps it behind the saint.
- "quiet": In March Claudia has a letter that nothing more will be done about her copies. She has asked for another social worker.
- "together": In March Claudia has a letter that nothing more will be done about her copies. Some evenings Bia eats at the neighbour's, and comes home to sleep.
}
Nelo has stopped asking. {second == "olu":He has kept a piece of the blue plate.|He walks in front of Bia to school, and looks at the cars.}
-> DONE
