/** 2,048 short words of the EFF's long list (CC BY 3.0), chosen so that their beginnings differ. */
export const ENGLISH_WORDS: readonly string[] = `
abacus abide ablaze able abroad absurd accent aching acid acorn acre acting afar affair affirm
afford aflame afloat afoot afraid aged agency aghast agile agony agreed ahead ahoy aide aids ajar
album alias alibi aliens alive almost aloe aloft aloha alone aloof alto alumni always amaze amber
amends amid amigo amino amiss among amount ample amuck amulet amused anchor anew anger angled animal
ankle annex anthem antics antler antsy anvil anyone anyway aorta apache appear apple april apron
aptly aqua area arena arise aroma arose around array arrive arson ascend ashen ashy aside askew
aspect aspire astute atlas atom atop atrium attach attest attic audio author autism avatar avenge
avert avid avoid await awaken awhile awning awoke axis babble babied baboon backed bacon badass
badge badly baffle bagel bagged baked baking balmy bamboo barbed barge barley barn barrel bash
basics batboy batch bath baton bats battle bauble blade blah blame blank blast bleach bleep blend
bless blimp bling blip blitz blob blog blot bluff bluish blunt blurb blush boat bobbed bobcat body
bogged bogus boil bonded boned bonnet bonsai bonus bony book booted boozy borax boring boss botch
both bottle bounce bovine boxcar boxer boxing boxy breach breeze bribe brick bride bright brim bring
broken bronco brook browse brunch brush bubble bucked buddy budget buffed buggy bulb bulge bulk
bully bunch bundle bunion bunny bunt busboy bush busily bust buzz cabbie cable cache cacti caddy
cadet cage cake calm cameo camper canal cancel candle cane canned canola canyon cape capped carat
carbon carded caress cargo caring carrot cartel carve case cash casket catchy catnap catsup cattle
caucus causal cedar celery celtic cement census chafe chain chance chaos chaps chase chatty chef
chemo cherub chess chevy chewer chief chili chimp chip chirpy choice chomp choosy chop chosen chrome
chubby chuck chug chummy chunk churn cider cinch cinema circle citric city civic clad claim clammy
clang clash claw clay clean cleft clench clerk clever client cling clip clique clock clone cloud
clover clump clunky clutch coach coat cobalt cobweb cocoa coffee coil coke cola cold collar colony
colt coma come comfy comic compel conch cone coral cork cornea corral corset cortex cosmic cost
couch cough could county cover cozily cozy cradle crafty cramp crane crate crayon crazed crease
credit creed creme creole crepe crib cried crimp croak crock crook crop cross crouch crowd crust
crux crying cube cuddle cupped curdle cure curfew curing curled curry cursor curtly curve cushy cusp
cycle cymbal dagger daily dainty dairy daisy dance dander danger dares dart dash data dating dawn
daybed deacon dealer dean debate debit debtor decade deceit deck decode decree deduce deed deem
deepen deface defeat defile deftly defuse defy degree deity delay delete delta deluge demise demote
denote dense dental deny depict deploy deport depth deputy derail derby detail deuce device dial
diaper diary dice dicing dill dilute dime dimly dimmed diner dinghy dining dinner dipped dish disk
dismay disown ditch ditto diving dizzy doable docile dock dodge doily doing dole dollar domain donor
doodle doozy dork dorsal dosage dose dotted douche dove down dowry drab drank draw dreamt drench
dress drew dried drift drippy driven drone drove drown drudge dubbed ducky duct dude duffel dugout
duke duller duly duplex duress during dusk dust duty duvet dweeb each eagle earful earthy earwig
easel easily easter eaten eating eats ebay ebony ebook ecard eclair edge edging edgy editor effort
egging eggnog either eject elated elbow eleven elite elixir elope elude elves email embark ember
emblem embody emit emote empty enable enamel encode ended ending energy engine engulf enrage enroll
ensure entail entire entomb entree envoy envy enzyme epic equal equity errand error erupt eskimo
essay estate ether ethics evade even evict evoke evolve exact excess excuse exert exes exhale exhume
exit exodus expand expire expose extent extras fable fabric facial factor fade fading falcon false
fame family fancy fang faster faucet feast fedora feeble feed feel feline femur fence fender ferret
fervor fester fetal fetch fever fiber fiddle figure filing filled film filter finale finch finer
finite five flail flame flap flashy flatly fled fleshy flick flier flight flinch flip flirt flock
flop floral floss flyer flying foam foil folic folk follow fondly food fool footer fossil foster
foyer frail frame frayed freely french friday fried frill fringe frisk frolic from front frosty
froth frown frozen frying gaffe gains gala galley galore game gaming gamma gander gangly garage
gargle garlic garnet garter gating gauze gave gawk gazing gear gecko geiger gender genre gently
gerbil getup giant giblet giddy gift giggle gigolo girdle given giving gizmo glade glance glare
glass glider glitch gloomy gloss glove glue gluten gnarly gnat goal goes going golf gonad gone good
gooey goofy google goon gopher gore gorged gory gossip gothic gotten gown grab graded grain granny
graph grasp gravy gray greedy grew grief grill grime grinch grip grit groggy groin groom grope
ground grove grub grudge grunge guide guise gulf gully gulp gummy gurgle guru gush guts gutter
hacked haiku half halt halved hamlet hamper handed hankie harbor hardly harsh hash hassle haste
hatbox hatred haunt haven hazard hazily headed heap heat heave hedge hefty helium helmet helper
hence henna herald hermit hertz hubcap huddle huff hula hulk hull human humble humid humped humvee
hunger hunk hunter hurdle hurled hurray hurt hush husked hybrid icing icky icon idiocy idly igloo
ignore iguana image impale impish impose impure iodine ipad iphone ipod irate iron issue item itunes
ivory jargon jaunt java jawed jaws jazz jeep jelly jersey jester jiffy jigsaw jingle jinx jockey
jogger john jolly jolt jovial joyous judge judo juice july jumble jump june junior junkie jurist
juror jury justly kabob kebab keenly keep kelp kennel kept kettle kick kiln kilt kimono kindle
kisser kite kitten kiwi knee knelt knoll koala kooky kosher kudos ladder ladle lagged lagoon lair
lake lance landed lanky lapdog lapel lapped lard large lark lash lasso last latch late lather latter
launch laurel lazily lazy left legacy legend legged lego legume lemon lend length lent lesser letter
level liable life lifter likely liking lilac lilly lily limes limit line lingo lining linked lint
lion liquid lisp list litter lived living lizard lucid lugged lumber lunacy lung lurch lure lurk
luster luxury lying lyrics macaw mace maggot magma maimed maker making malt mammal manger manila
manly manned manor mantis manual many march mardi marina marlin maroon marrow marshy mascot mashed
masses math mating matrix matted maybe mayday moaner mobile mocha mocker modify module molar mold
monday moody mooned morale morse mosaic mossy most motion motor motto mouse mouth movie mower mowing
much muck mulch mule mulled mumble mummy mumps muppet murky museum mushy music musket muster mutate
mute mutiny mutt mutual muzzle myth nacho nail name naming nanny nape napkin napped narrow native
navy nearby neatly nebula nectar negate neon nephew nerd nervy nest neuron never next nibble niece
nifty nimble ninja ninth nuclei nugget number nutty nuzzle nylon oasis object oblong oboe obtain
obtuse occupy ocean ocelot ogle oink okay olive omega omen omit onion online only onset onto oops
ooze oozy opal open opium oppose other otter ouch ought outage outbid outer outfit outing outlet
output outwit oval ovary oven oxford oyster ozone paced pacify padded pager paging palace palm
paltry panama panda panic pantry papaya paper parade parcel pardon parish parka parlor parole parted
pasta patchy path patio patrol pauper paver paving pawing payday payee pebble pecan pectin pellet
pelt pelvis pencil penny penpal perch perish perky pesky peso pester petal petite petri petted
phobia phoney photo phrase plasma plated player plaza pleat pledge plenty plod plop plot plow ploy
plug plural plus poach poem poet pogo pointy poise poker poking policy polka polo poncho pond pony
pope poplar popper pork porous portal posh possum postal pouch pounce pout power powwow prance
prayer precut prefix prepay preset pretty pried primal print prior prism prize prone proofs proton
proud proved proxy prozac prude prune public pucker pueblo pull pulp puma pumice pummel punch punk
pupil puppet purely purge purify purple purr pusher putt puzzle python quack quail quake qualm
quarry quench query quill quirk quit quiver quote rabid race racing rack racoon radar radial raft
rage ragged raging raider rake raking rally ramble ramp ramrod ranch ranged ranked rants rare rarity
rascal rash ravage raven ravine reach reason rebate reboot rebuff recall recede recite recoil rectal
refill reflex refold regain reggae regime rehab reheat rehire rejoin relax relic reload rely remedy
remix remold rename rental reopen repair repeal replay repose reps rerun reseal resize resort result
retail retold retry return retype reuse reveal revise rewash rewind reword rewrap rhyme ribbon rice
riches ridden ride riding rigid rigor rimmed rind rink rinse ripple rise risk ritzy rival roamer
rocker rogue roman romp rope roping roster rosy rotten rover roving royal ruby ruckus rudder ruined
rule runner runt runway rural ruse rush sacred sadden sadly safari safely saga sage saggy said saint
sake salad salon salsa salt salute same sample sandal sank santa sappy sash sassy saucy sauna savage
saved savior savor scabby scale scam scant scenic scion scoff scone scoop scorch scotch scouts
screen scribe scroll scuba scuff second secret sector sedan seduce seldom self senate send senior
sepia sequel series sermon serve sesame settle setup shabby shack shaded shaft shaky shame shank
shape share shawl sheath shed sheep shelf sherry shield shifty shine ship shirt shock shone shore
shout shove shower shrank shriek shun shush shut siding sierra siesta sift silent silica silk silly
silo silver simile simple siren sister sitcom sitter sixth size sizing sizzle skater skewed skid
skied skiing skinny skirt skype slab slacks slain slam slate slaw sled sleek slept sliced slider
slimy slinky slip sliver slogan slot sludge slug slum slurp slush small smell smile smirk smite
smock smoked smooth smudge snack snap snare snazzy sneak sneer snide sniff snooze snore snout snowy
snub snuff speak specks speech spent spew sphere spider spied spiffy spill spinal spiral spleen
splice spoils spoken sponge spore spotty spouse sprain spree sprig sprout spruce spry spud spur
squad squid stack staff stage stamp stand staple starch stash state stays steam stem stench step
stereo stew stick stifle stilt stingy stir stitch stoic stoke stole stomp stony stood storm stout
stove straw streak strict struck stucco studio stuffy stump stung stupor sturdy stylus suave sublet
subpar suburb subway such sudden sudoku suds suffix sugar suing suitor sulfur sullen sultry supper
surely surfer survey sushi swab swan sway swear sweep swept swerve swipe swirl switch swivel swoop
swore swung syrup system tabby tackle taco take taking talcum tall talon tamale tamer tamper tank
taps target tarot tartar task tassel taste tattle taunt tavern thank that thee theft theme these
thigh thing thirty thong thorn those thrash thrift throat thud thumb thus tiara tibia tidal tidbit
tidy tiger tile till tilt timid tingle tinker tinsel tint tiny tipoff tipped tiptop tiring trace
trade train trance trash travel tray treat treble tree tremor triage tricky tried trifle trio tripod
trophy trough trowel truce trunks truth tulip tumble tummy turf turkey turret turtle tusk tutor tutu
tweak tweed twenty twerp twice twig twins twirl twisty twitch tycoon tying tyke ultra umpire unable
unbend unclad uncork uncut undone unease uneven unfair unfold unholy unify union unison unit unkind
unless unlit unmade unpack unplug unread unroll unruly unsafe unseen unsnap unsold unsure untidy
untold untrue unused unwind unworn unzip upbeat update upheld uphill uphold upload upon upper uproar
uptake uptown upwind urchin urgent urging usable usage used user usher utmost utopia utter vacant
valid valley value vanish varied vastly veal vegan velcro velvet vendor venue verify verse very
vessel vest veto viable vibes video viewer violet viper viral virus visa vision visor vista vixen
void volley voter voting vowed voyage wafer waffle waged waggle wagon wake walk walnut walrus waltz
wand wanted wasabi washed wasp watch water waving whacky wham wharf wheat whiff whinny whole whoops
wick widely widget width wife wifi wilder willed wilt wimp wince wind wing winner winter wired
wiring wiry wisdom wise wish wizard wobble wolf womb woof wooing woozy word work worry worst woven
wrath wreath wrench wrist xbox yahoo yard yarn yeah yearly yeast yelp yield yippee yodel yoga yogurt
yoyo yummy zebra zero zesty zippy zips zodiac zombie zone zoning
`
  .trim()
  .split(/\s+/);
