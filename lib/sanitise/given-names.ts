/** Common given names of many places, by which somebody is told from something. */
const written = `
aaron abby abdul abdullah abel abhishek abigail ada adam adele adriaan adrian adriana adrien agata agnes agnieszka
ahmed aidan aileen aisha akira akshay alain alan alba albert alberto albrecht alec alejandro aleksander aleksandr
alena alessandra alessandro alessia alex alexander alexandra alexandre alexandru alexei alexey alexis alfred
alfredo ali alice alicia alina alisa alison alistair allison alma alvaro alvin alyssa amanda amandine amber
ambroise amelia amelie amir amit amos amy ana anastasia anatoly anders andre andrea andreas andreea andrej andres
andrew andrey andrzej aneta angela angelica angelina angelo angus anika anil anirudh anita anja anke ann anna anne
anouk ansgar anthony antje antoine anton antonia antonio antonis anu anupam anwar arash archie ariadne ariana
ariel arjun arnaud arne arno arnold artem arthur arturo arun arvid asa asher ashish ashley ashok asif astrid
atsushi aude audrey august aurelie aurelien axel ayesha aziz baptiste barbara bart bas bastian beata beatrice
beatrix beatriz bela belinda ben benedict benedikt benito benjamim benjamin benoit bernadette bernard bernardo
bernd bert bertrand beth bettina betty bianca bill billy birgit bjarne bjorn bob bogdan boris brad bradley bram
brandon brecht brenda brendan brent brett brian brigitte britta bruce bruno bryan burak caleb callum calvin
cameron camila camille carina carl carla carlo carlos carlotta carmen carol carole carolina caroline carolyn cas
casper cassandra catalina caterina catherine cathy cecile cecilia cedric celia celine cem cesar chandra chantal
charlene charles charlie charlotte chelsea chen cheryl chiara chidi chinedu chloe chris christa christelle
christian christiane christina christine christoph christophe christopher ciara cillian cindy claire clara clare
clarissa claude claudia claudio clemens clement clive cody colette colin colleen connor conor constance constantin
cora corinna corinne cornelia cornelis cosmin craig cristian cristina curtis cynthia cyril cyrille daan dagmar
daisuke damian damien damon dan dana daniel daniela danilo danny dante daphne daria dario darius darren darya dave
david davide dawid dean debbie deborah debra deepak deepika delphine denis denise dennis derek desmond detlef
devin dhruv diana diane didier diego dieter dilip dimitar dimitri dimitris dinesh dion dirk dmitri dmitrii dmitry
dolores dominic dominik dominique donald donna donovan doreen dorian doris dorothea dorothy doug douglas dries
duncan dustin dylan ebony edgar edith edmund eduard eduardo edward edwin eefje egor ehsan eileen einar ekaterina
elaine eleanor elena eleni eli elia elias elif elin elisabeth elise elizabeth ella ellen elliot elliott elsa
elvira emanuel emil emilia emilie emilio emily emine emma emmanuel emmanuelle emre enrico enrique erhard eric
erica erich erik erika erin ernst esra esteban estelle esther etienne eugene eugenia eugenio eva evan evelien
evelyn evgeny ewa ewan ezra fabian fabien fabio fabrice faisal fanny farah farhan farid fatima fatma federica
federico felicia felicity felipe felix ferdinand fergus fernando filip filippo finn fiona flavia flavio florence
florent florentin florian floris frances francesca francesco francine francisco francois francoise frank franz
franziska fred frederic frederick frederik frederike fredrik freya frida friedrich fritz fumiko gabor gabriel
gabriela gabriele gabriella gael gaelle galina gareth garrett gary gaurav gavin genevieve geoff geoffrey georg
george georges georgia georgios gerald geraldine gerard gerardo gerd gerhard gerrit gert giacomo gianluca gilbert
gilles gina ginevra gintaras giorgio giovanna giovanni giulia giuseppe gladys glen glenn gloria goran gordon
gottfried grace graham greg gregor gregory greta grzegorz guido guilherme guillaume gunnar gunter gunther gustavo
gwen hadi hakan hakim halima hamid hamza hana hanna hannah hanne hans harald hariharan harish harold harriet
harrison harry haruka haruki hasan hassan hayley heather hector heidi heike heiko heinrich heinz helen helena
helene helga helmut hendrik henri henriette henrik henry herbert herman hermann hermione hilary hilda hilde
hiroshi hisham holger holly horst howard hubert huda hugh hugo huseyin hussein hyun iain ian ibrahim ida idris
ignacio igor ikram ilana ilaria ilias ilka ilona ilse ilya imran ina indira ines inga inge ingmar ingo ingrid
inigo ioana ioannis ira irena irene irina iris irma isaac isabel isabella isabelle isaiah isha ishaan ismael
ismail iva ivan ivana ivo iwan izabela jaap jacek jack jackie jacob jacqueline jacques jade jaime jake jakob jakub
jamal james jamie jan jana jane janek janet janice janina janis janne jared jarek jarno jaroslav jasmin jasmine
jason jasper javier jaya jayden jayne jean jeanette jeanine jeanne jeff jeffrey jelena jelle jelmer jenna jennifer
jenny jens jeremiah jeremie jeremy jeroen jerome jerzy jesper jesse jessica jesus jill jim jimmy jin jiri jiro
jitendra joachim joan joana joanna joanne joao jocelyn jochen jodie joe joel joey johan johann johanna johannes
john johnny joke jolanda jonah jonas jonathan joost jordan jorge joris jose josef josefina joseph josephine josh
joshua josie josip joyce juan juanita judith judy juergen julia julian juliana juliane julie juliette julio julius
jun junko jurgen jurre justin justine justyna jutta jyoti kai kaitlyn kamal kamil kamila karel karen karim karin
karina karl karla karolina karsten karthik kasia kasper katarina katarzyna kate kateryna katharina katharine
katherine kathleen kathrin kathryn kathy katia katie katja katrin katy kavita kay kayla kazuki keiko keira keisuke
keith kelly kelvin ken kendra kenji kenneth kenta kerry kerstin kevin khadija khaled khalid kiana kieran kilian
kim kimberly kira kiran kirill kirsten kirstin kirsty klara klaus knut koen kofi koji konrad konstantin kris
krishna krista kristen kristian kristin kristina kristine kristof krystian krzysztof kumar kunal kurt kwame kyle
kylie lachlan laila lalita lara lars lasse laszlo laura lauren laurence laurens laurent lauri laurie lavanya lea
leah leandro leena leif leila lena leni lenka lennart leo leon leonard leonardo leonid leonie leonor leopold leroy
leslie lester leszek letizia levi lewis li lia liam liana lidia lieke lieven lilian liliana lilly lina linda
lionel lisa lisbeth livia liz lloyd loes loic lorena lorenz lorenzo loretta lorraine lothar lottie lou louis
louisa louise lourdes luana luc luca lucas lucia luciana luciano lucy ludovic ludwig luigi luis luisa luiz luka
lukas lukasz luke luna lydia lyle lynn maarten madeleine madhu mads magda magdalena magnus mahesh mahmoud mai
maike maite maja maksim malcolm malik malte mandy manfred manish manoj manon manuel manuela mara marc marcel
marcela marcelo marcia marcin marco marcus marek margaret margarita margaux margit margot maria marian mariana
marianne mariano maribel marie mariella marijke marilyn marin marina mario marion maris marisa marissa marit
marius marjan marjolein markku markus marlene marlies marloes marlon marnix marsha marta marten martha martijn
martin martina martine marvin mary marzena masha mateo mateusz mathew mathias mathieu mathilde mathis matija mats
matt matteo matthew matthias matthieu mattia mattias maud maura maureen maurice mauricio mauro max maxim maxime
maximilian maya meera megan mehdi mehmet mei mel melanie melinda melissa melody mercedes meredith merel meryem
michael michaela michal michel michele micheline michelle miguel mihaela mihai miika mika mikael mike mikhail
mikko mila milan milena milos min mina minh miranda mireille miriam mirjam mirko miroslav mischa misha mitch
mitchell mitja mohamed mohammed mohan mohit moira molly momoko mona monica monika monique morgan moritz morten
moshe muhammad murat muriel musa mustafa myriam naama nabil nadia nadine nadja nancy naomi narendra nasser nat
natalia natalie natasha nathalie nathan nathaniel navin nazli ned neha neil nellie nelson nerea nevena ngozi
nguyen niall nicholas nick nicky nico nicola nicolai nicolas nicole nicoleta niels nigel nihal nika nikhil nikita
nikki niko nikola nikolai nikolaos nikolas nils nina nirmala nisha nishant nitin noa noah noam noel noemi noemie
nora nuno nuria octavia octavio odile okechukwu oksana olaf oleg olena olga oliver olivia olivier olof omar omer
oriana oriol orla oscar oskar oswald otis ottavia otto owen ozan ozgur paavo pablo padma paige palle pamela pankaj
paola paolo parisa parker pascal pascale pasquale patricia patricio patrick patryk patty paul paula pauli paulina
pauline paulo pavel pawel payal pearl pedro peggy penelope penny per percy perry petar pete peter petr petra petri
petros phil philip philipp philippa philippe phillip phoebe pia pierre piet pieter pilar pim piotr pippa pooja
pradeep prakash pranav prasad prashant pratik preeti priya priyanka przemyslaw qing quentin quinn quinten rachel
rachid radek radoslaw radu rafael rafal raffaele raffaella rahul rainer raisa raj rajan rajeev rajesh rajiv rakesh
ralf ralph ramesh ramin ramon ramona randall randy ranjit raphael raquel rashid rashmi rasmus raul ravi raymond
razvan rebecca reem regina reinhard reinhold remco remi rena renata renate renato rene renee rens reto reuben reza
rhea rhiannon ricarda ricardo riccardo richard rick rico rien rikard riku rina rita ritu rob robbert robbie robert
roberto robin rocio rodney rodolfo rodrigo roel roeland roger rogerio rohan roland romain roman romina ron ronald
ronja ronnie rory rosa rosalie rosalind rosalyn rosanna rosemarie rosemary ross rowan roxana roxanne roy ruben
rudi rudolf rudy rufus rune rupert ruslan russell ruta ruth ruud ryan saad sabina sabine sabrina sachin sadia said
saito sakura salim sally salma salman salome salvador salvatore sam samantha sameer samir samira sammy samuel
sandeep sander sandhya sandra sandy sanja sanjana sanjay sanne santhosh saoirse sara sarah sasha saskia satish
satoshi saurabh savannah saverio scott sean sebastiaan sebastian sebastien selina selma sen serena serge sergei
sergey sergio sergiu seth severin shane shannon sharon shaun shauna shawn shea sheila shelby shelley sheng sherry
shilpa shinji shira shirley shreya shruti siddharth sidney siegfried sigrid silke silvan silvana silvia silvio
simon simona simone sina sinead siobhan sjoerd slavica slawomir smita snezana sofia solene solomon sonia sonja
sophie soren soumya spencer srinivas stacey stacy stan stanislav stanislaw stavros stefan stefania stefanie
stefano stella sten stephan stephanie stephen steve steven stig stijn stuart subramanian sudhir sujata suman sumit
sunil suresh susan susanne suzan suzanna suzanne suzy svante sven svenja svetlana sybille syed sylvain sylvia
sylvie szymon tadeusz taisia takashi tal talia tamar tamara tamas tammy tania tanja tanya tara tariq taro tatiana
tatjana taylor ted teddy teemu teresa tereza terje terry tessa thea theo theodor theodora theodore theresa therese
thibault thibaut thierry thijs thilo thomas thorsten tiago tiffany tihana tijana till tim timo timothy timur tina
tine tjark tobi tobias todd tom tomas tomasz tomek tomoko toni tony tonya torben tore torsten tove tracey tracy
travis trevor tricia trine tristan trond trudy truls tuan tuomas tushar tyler tyrone ulf ulrich ulrika ulrike umar
umut urs ursula ushaa uta ute uwe vaclav vadim valentina valeria valerie valerio valery vanessa vanja varun vasil
vasily vaughn venkat vera veronica veronika vic vicente vicki vicky victor victoria vidya vignesh vijay vikas
vikram viktor vilma vinay vincent vincenzo vinod viola violeta virginie vishal vitaly vito vittoria vittorio vivek
vivian viviana vivien vlad vladimir vladislav vojtech volker vytautas wade walid walter wanda wayne wei wenche
wendell wendy werner wesley whitney wiebke wiktor wilfried wilhelm will willem willemijn william wilma wim winston
wojciech wolf wolfgang wout wouter wyatt xander xavier xenia xiang xiaoming xin xue yael yan yana yann yannick
yannis yaroslav yasemin yasir yasmin yasmine yassine yasuko yee yekaterina yevgeny yigit yohann yoko yolanda yong
yosef yoshi yoshiko younes yuki yulia yuri yuriy yusra yusuf yves yvette yvonne zach zachary zack zahra zaid
zainab zara zbigniew zdenek zeynep zhang zhen zhi ziad zita zlatko zoe zofia zoltan zora zsolt zuzana`;

export const givenNames: ReadonlySet<string> = new Set(written.trim().split(/\s+/));

/** Names that are as often a word, a place or a thing: alone they name nobody, before a family name they do. */
const ambiguous =
  "adele alba alma amber archie ariel august bas bela bill bram cas charlie charlotte chelsea cora craig cyril dan dana dante dawn dean diana elif ella emil even faith flora florence fritz frank georgia grace guy helena hilda hope hugo iris iva ivy jack jade jan jasmine jasper jenkins jet jordan joy june kai kay kim kira kris lance levi li lia lima lou luna mai malcolm marin mark mars max maxim may maya mel melody mercedes mika min mina mira mitch morgan nat ned nelson nika noa noel nova oscar otto parker pat pearl penny per petra pia pim piper quinn ray regina rich rick robin roman rose rosa ross rowan roy ruby rune said sage sally sam sandy sen sierra sofia sol solomon spencer stan star stella summer sydney tal tara taro taylor ted terry theo till tine tore urs venus vera vic victor victoria viola violet virginia vito wade wei wesley will wolf yan yee yong zhi zita zora".split(
    " ",
  );
export const namesAlone: ReadonlySet<string> = new Set([...givenNames].filter((name) => !ambiguous.includes(name)));
