/**
 * 2,048 short words whose first four letters differ: of the EFF's long list (CC BY 3.0) without brands and words that hurt or
 * frighten, and calm ones of our own in their place.
 */
export const ENGLISH_WORDS: readonly string[] = `
abacus abbey abide ablaze able abroad acacia academy accent acid acorn acre acrobat acting actor
adagio advice afar affair affirm afford aflame afloat afoot aged agency agile agreed ahead ahoy aide
aisle ajar album alias alibi aliens alive alley almost aloe aloft aloha alone aloof alpine altar
alto alumni always amaze amber ambient amends amid amigo amino among amount ample amulet amused
anchor anew angled animal ankle annex anthem antics antler antsy anvil anyone anyway aorta apache
appear apple april apron aptly aqua archer area arena arise armchair aroma arose around array arrive
artist ascend ashy aside askew aspect aspire aster astute athlete atlas atom atop atrium attach
attest attic aubade audio author autumn avatar avenue avert aviary avid avoid await awaken awhile
awning awoke axis babble baboon backed bacon badass badge bagel bagged baked baking balance balcony
ballad balmy bamboo banjo banner barge barley barn barrel basics basket bassoon batboy batch bath
baton battle bauble bayou beacon bead beanie beard beehive beetle begonia belfry bell bench berry
bicycle bilberry birch birdie biscuit bison blade blank blast bleach bleep blend bless blimp blip
blitz blob blog blossom blot blue bluff bluish blunt blurb blush boat bobbed bobcat body bogged
bogus boil bonded boned bonfire bonnet bonsai bonus bony book booted borax boring boss both bottle
bounce bouquet bovine bowl bowtie boxcar boxer boxing boxy bracelet braid bramble branch breach
breeze brick bride bright brim bring bronco brook brother browse brunch brush bubble bucked buddy
budget buffed buggy bugle builder bulb bulge bulk bully bunch bundle bunny bunt burrow busboy bush
busily bust butter buzz cabbie cabin cable cache cacti caddy cadet cake calcium calendar calm cameo
camper canal cancel candle cane canola canvas canyon cape capped captain carat carbon carded caress
cargo caring carpet carrot cartel carve case cashew castle cat catchy catnap catsup cattle caucus
causal cavern cedar celery cello celtic cement census cereal chain chalk chance chaps charm chase
chatty cheek chef cherub chess chewer chicken chief chili chimney chip chirpy choice chomp choosy
chop chorus chosen chrome chubby chuck chug chummy chunk churn cider cinch cinema cinnamon circle
citric city civic clad claim clang clarinet clay clean cleft clerk clever client cling clip clique
clock clone cloud clover clump clunky clutch coach coast coat cobalt cobweb cocoa coffee coil cola
cold collar colony colt come comfy comic compel conch cone cookie copper coral cork cornea corral
cortex cosmic cost cottage couch cough could county courage cousin cover cowboy cozily cozy cradle
crafty cramp crane crate crayon crease credit creed creme creole crepe crib cricket cried croak
crocus crop cross crowd crust crux crystal cube cucumber cupboard cupped cure curing curled curry
cursor curtly curve cushy cusp cycle cymbal cypress daffodil dahlia daily dainty dairy daisy dance
dapper dares dart dash data dating daughter dawn daybed dean debate debtor decade deck decode decree
deduce deed deem deepen deer deftly degree deity delay delete delta deluge denim denote dense dental
depict deploy depth derby desert detail deuce device dial diamond diaper diary dill dilute dime
dimly dimmed diner dining dinner diploma dipped dish disk ditto diving doable docile dock doily
doing dole dollar dolphin domain donkey donor doodle door dorsal dotted dough dove down dowry dragon
draw dreamt dress drew dried drift drippy driven drone drove drum ducky duct duffel dugout duke
dulcimer duller duly dumpling duplex duress during dusk dust duty duvet each eagle earful earthy
earwig easel easily easter eaten eating ebony ebook ecard echo eclair edge edging editor effort
egging eggnog eggplant eider either elated elbow elder eleven elite elixir elm elude elves email
embark ember emblem embody emerald emit emote empty enable enamel encode ended ending energy engine
engulf enroll ensure entail entire entree envoy envy enzyme epic equal equity errand error essay
estate ether ethics even evergreen evoke evolve exact excuse exert exhale exit expand expire extent
extras fable fabric factor fade fading fairy falcon false fame family fancy farm faster father feast
feather february fedora feeble feed feel feline fence fennel fern ferret fervor festival fiber
fiddle field fig figure filing filled film filter finale finch finer finite firefly fish five fjord
flag flame flannel flap flashy flatly flick flier flight flip flock floral floss flour flower flute
flyer flying foal foam foil folic folk follow fondly food fool footer forest fork fossil foster
fountain fox frame freely french friday friend frill fringe frog frolic from front frosty frozen
fruit frying gains gala galley galore game gaming gamma gander garage garden garlic garnet garter
gate gating gauze gave gawk gazebo gazing gear gecko geese gender genre gently geranium gerbil getup
giant giddy gift giggle giraffe girdle given giving gizmo glade glance glare glass glider glitch
gloss glove glue gluten goal goblet goes going goldfish golf gondola gone good goofy goose gopher
gotten gown grab graded grain granny graph grasp gravy gray green grew grill grip grit grocer ground
grove guest guide guise guitar gulf gully gummy gurgle guru gush haiku half hallway halt halved
hamlet hammock hamper hamster handed hankie harbor hardly harp harvest haste hat hatbox haven hawk
hazelnut hazily headed heap heart heat heave hedge helium helmet helper hen hence henna herald
hermit hero hertz hickory hill hobby holiday holly home honey hood horizon horse hotel house hubcap
huddle huff hula hull human humble humid humped hunger hunter hurdle hurled hurray hush hybrid hymn
icing icon idea igloo iguana image impale inch indigo inkwell iodine iron island issue item ivory
ivy jacket jargon jasmine jaunt java jazz jelly jersey jester jewel jiffy jigsaw jingle jockey
jogger john jolly jolt jovial joyous judge judo juggler juice july jumble jump june junior jurist
jute justly kayak kebab keenly keep kelp kennel kept kettle keyboard kiln kilt kimono kingdom kisser
kitchen kite kitten kiwi knee knelt knight knoll koala kooky kosher kudos ladder ladle ladybug
lagoon lair lake lamb lance landed lanky lantern lapel larch large lark lasso last latch late lather
latter laughter launch laurel lavender lawn lazily lazy leaf leather left legacy legend legged lego
legume lemon lend length lent lesser letter level library life lifter lighthouse likely liking lilac
lilly lily limes limit line lingo lining linked lint lion liquid lisp list litter lived living
lizard lobster locket loom lotus lucid lugged lullaby lumber luster luxury lynx lyrics macaw magma
magnet mahogany maker making malt mammal mandolin manger manila manor mantis manual many maple
marble march mardi marina market marlin marmot maroon marrow marshy mascot mashed masses math mating
matrix matted maybe mayday meadow medal melody mermaid midday milk mill mineral mint mirror mitten
mobile moccasin mocha modify module molar monday moon morale morning morse mosaic mossy most mother
motion motor motto mountain mouse mouth movie mower mowing much muffin mulberry mulch mule mumble
muppet museum music muster mute mutual myth nacho nail name naming nanny nape napkin napped narrow
narwhal native navy nearby neatly nebula nectar needle neighbour neon nephew nervy nest nettle never
newt next nibble nickel niece nifty night nimble ninja ninth noodle north notebook november nuclei
nugget number nursery nutmeg nutty nuzzle nylon oak oar oasis oats object oblong oboe obtain occupy
ocean ocelot octagon october oink okay olive omega omen omit onion online only onset onto onyx oops
opal open oppose orange orbit orchard organ oriole ornament other otter ought outage outbid outer
outfit outing outlet output outwit oval ovary oven owl oxford oyster ozone paced pacify paddle pager
paging paint palace palm paltry panama pancake panda pansy pantry papaya paper papyrus parade parcel
pardon parish parka parlor parole parrot parsley parted pasta patchy path patio paver paving payday
payee peach peanut pear pebble pecan pectin pelican pellet pen pencil penguin penny penpal peony
pepper perch perky peso pester petal petite petunia pheasant photo phrase piano picnic pie pigeon
pillow pilot pine pirate plain planet plasma plated player plaza pleat pledge plenty plod plop plot
plow ploy plug plum plural plus pocket poem poet pogo pointy poise poker poking polar policy polka
polo poncho pond pony pope poplar popper pork porous portal posh possum postal pottery pouch pounce
pout power powwow prance prayer precut prefix prepay preset pretty primal print prior prism prize
prone proofs proton proud proved proxy prune public puddle pueblo puffin pull pulp puma pumice
pumpkin pupil puppet purely purify purple purr putt puzzle pyramid python quail qualm quarry quay
quench query quiet quill quince quirk quit quiver quote rabbit race racing rack racoon radar radial
raft railway rain raisin rake raking rally ramble ramp ramrod ranch ranged ranked rare rarity
raspberry raven ravine reach reason rebate reboot recall recede recite reed reef reflex refold
regain reggae regime reheat rehire rejoin relax relic reload rely remedy remix remold rename rental
reopen repair repeal replay repose reps rerun reseal resize resort result retail retold retry return
retype reuse reveal revise rewash rewind reword rewrap rhubarb rhyme rhythm ribbon rice riches
ridden ride riding rigid rigor rimmed rind ringlet rink rinse ripple rise risk ritzy river roamer
robin rocker roman romp rooster root rope roping rosemary roster rosy rover roving rowan rowboat
royal ruby rudder rug rule runner runt runway rural rush sacred saddle safari safely saffron saga
sage said sail saint sake salad salmon salon salsa salt salute same sample sandal sank santa
sapphire sassy satin saturday saucy sauna sausage saved savior savor scale scarlet scenic school
scion scone scoop scotch scouts screen scribe scroll scuba seagull seashell second secret sector
sedan seed seldom self senate send senior sepia september sequel series sermon serve sesame settle
setup shaded shaft shamrock shape share shawl sheath shed sheep shelf shepherd sherry shield shifty
shine ship shirt shock shoelace shone shore shout shower siding sierra siesta sift silent silica
silk silly silo silver simile simple singer sister sitcom sitter sixth size sizing sizzle skater
skied skiing skirt skylark sled sleek slept sliced slider slinky slip sliver slogan slot sludge slug
slum small smell smile smock smoked smooth snack snail snap snazzy snooze snowy soap sofa song soup
south spade spaniel sparrow speak specks speech spent sphere spider spiffy spill spinal spiral
splice spoils spoken sponge spoon spore spouse sprain spree sprig sprout spruce spry spur squad
squirrel stack staff stage stair stamp stand staple starch state stays steam stem step stereo stew
stick stilt stir stitch stocking stoic stoke stole stood storm stout stove straw streak string
stucco studio stump sturdy stylus suave sublet suburb subway such sudden sudoku suffix sugar suitor
sulfur sultry summer sun sunday sunrise supper surely surfer survey sushi swab swallow swan sway
sweater sweep swept swerve swim swirl switch swivel swoop sycamore syrup system tabby table tackle
taco take taking talcum tall talon tamale tambourine tamer tangerine tank tapestry taps target tarot
tartar task tassel taste tavern teacher teapot telescope thank that thee theme these thigh thimble
thing thirty thistle thong thorn those thrift throat thumb thunder thursday thus tiara tibia tidal
tidbit tidy tiger tile till tilt timber timid tingle tinker tinsel tint tiny tipped tiptop tiring
toast toffee tomato topaz tortoise tower town trace trade train travel tray treat treble tree tremor
tricky tried trio tripod trophy truce trumpet trunks truth tuesday tulip tumble tummy tunnel turkey
turnip turquoise turret turtle tutor tweak tweed twenty twice twig twilight twins twirl twisty
tycoon tying ultra umbrella umpire unbend uncle uncork unfold unicorn unify union unison unit
university unmade unpack unplug unread unroll unseen unsnap untidy untold unused unwind unworn unzip
upbeat update upheld uphill uphold upload upon upper uptake uptown upwind urchin urgent urging
usable usage used user usher utmost utopia valid valley value vanilla varied vase vastly veal vegan
vegetable velcro velvet vendor venue veranda verify verse very vessel vest viable vibes video viewer
village vine violet visa vision visor vista volley voter voting vowed voyage wafer waffle waged
waggle wagon wake walk walnut walrus waltz wand wanted wardrobe wasabi washed wasp watch water
waving weather weaver wednesday weekday west wharf wheat wheel whistle whole whoops wick widely
widget width wife wifi wilder willed wilt wind wing winner winter wired wiring wiry wisdom wise wish
wizard wobble wolf womb woodland woof wooing wool woozy word work world worry worst woven wreath
wren yacht yard yarn yeah yearly yeast yellow yesterday yield yippee yodel yoga yogurt young yummy
zebra zeppelin zero zesty zigzag zinnia zippy zips zodiac zone zoning
`
  .trim()
  .split(/\s+/);
