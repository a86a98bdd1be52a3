package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Statement.Span;
import io.sandtable.rules.grammar.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The English side of {@link Asides}: reasons and stories of unknown words, with or without a comma after them ("after that last
 * batch I do not want …", "two operators quit, so …", "…, which nobody expected, …"), and what only follows from the rest ("so no
 * cutting then"). An aside that names something keeps its name as the topic of a rest that names nothing of its sort.
 */
final class EnglishAsides {
    /** What binds, measures or conditions is no aside, whatever stands before it. */
    private static final Set<Integer> SAYS = Set.of(
            Sentence.TIME,
            Sentence.TIME_OF_DAY,
            Sentence.PER,
            Sentence.WEIGHT,
            Sentence.ACTION,
            Sentence.ONLY,
            Sentence.EXCEPT,
            Sentence.IF,
            Sentence.ASK,
            Sentence.PREFER,
            Sentence.BLACKLIST,
            Sentence.GE,
            Sentence.LE,
            Sentence.NOT_DOWN_TO,
            Sentence.NIGHT_SHIFT,
            Sentence.WEEKEND_SHIFT);
    /** What a clause without a word for its being an aside may not hold either: it may be a statement of its own. */
    private static final Set<Integer> STATES = Set.of(
            Sentence.BAN,
            Sentence.MUST,
            Sentence.MULTIPLE,
            Sentence.CLOSED,
            Sentence.NO_DELIVERY,
            Sentence.HALT,
            Sentence.NOT_WORKED,
            Sentence.REPLACE,
            Sentence.SWAP,
            Sentence.OUTSOURCE,
            Sentence.IN_HOUSE,
            Sentence.SHORTAGE,
            Sentence.TOLERATED,
            Sentence.INTOLERABLE,
            Sentence.OVERTIME,
            Sentence.FIRST);

    private static final Pattern EXCEPTS = words(
            "unless|so (?:is|are|do|does|will|has|have|can|did|was|were)|neither|nor|except\\w*|exclud\\w*|apart from|other than|only|but|also|same|if|when(?:ever)?|once"
                    + "|until|provided|as long as|as well|likewise|ditto|includ\\w*|plus|besides|instead|either|each|every|and not"
                    + "|too(?! (?:many|much|few|little|late|slow|fast|long|far|often|high|low|big|small|hot|cold|wet|dear|expensive|bad|dirty|risky|weak|soon))");
    private static final Pattern COMMANDS = words(
            "system|password|permissions?|ignore|forget|delete|erase|drop table|instructions?|prompt|approve|override|admin");

    /** How a reason, a concession or a story begins. */
    private static final Pattern MARKED =
            starts("because(?: of)?|since|due to|owing to|on account of|thanks to|given(?: that)?|seeing (?:that|as)"
                    + "|now that|what with|after|following|in view of|in light of|in the wake of|on the back of|considering|despite"
                    + "|in spite of|although|even though|though|who|whose|which");
    /** "As" and "with" begin a reason where something is told after them: with half the crew going home. */
    private static final Pattern MARKED_WITH_VERB = starts(
            "as (?:the|our|their|they|we|he|she|it|this|that|these|those|half|most|so)|with (?:the|our|their|so|half|all|most|two|three|his|her|a|an)");

    private static final Pattern GOING = words("\\w+ing|gone|out|off|away|sick|ill|on leave|short");
    private static final Pattern FOLLOWED = Pattern.compile(
            "\\s*(?:[,;.:]|–|—|-)?\\s*(?:and )?(?:so|therefore|hence|thus|consequently|which means|meaning|that's why|that is why|as a result|for that reason|because of that)\\b(?! (?:far|long|that long|many|much) )",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REPORTED = Pattern.compile("\\s*:");

    private static final Pattern SUBJECT = starts(
            "the|our|their|its|his|her|my|an?|this|that|these|those|we|they|he|she|it|i|one|two|three|four|five"
                    + "|six|half|some|many|most|several|both|nobody|everyone|everybody|somebody|someone|people|too (?:many|much|few|little)|not enough|so many|there");
    private static final Pattern TELLS = words(
            "is|are|was|were|isn't|aren't|has|have|had|keeps?|kept|got|gets?|went|goes|going|came|comes?|left|leaves|quit|quits|fell|falls"
                    + "|broke|breaks|burnt?|lost|loses|won|wins|took|takes?|made|makes?|did|does|let|lets|ran|runs?|sent|sends?|sits?|stuck"
                    + "|told|said|says?|wears?|wore|worn|needs?|wants?|feels?|felt|looks?|drags?|leaks?|cracks?|rots?|rusts?|jams?|blew|blows?|tells?"
                    + "|thinks?|thought|claims?|reckons?|bets?|trusts?|knows?|knew|hates?|likes?|loves?|complains?|moans?|audits?|insists?|calls?|rings?|writes?|wrote|hit|hits|hurts?|costs?"
                    + "|[a-z]{2,}ed|[a-z]{2,}n't|too (?:many|much|few|little)|not enough|so many");
    /** What only follows: nothing is cut then. */
    private static final Pattern FOLLOWS = Pattern.compile(
            "(?:so |meaning |which means |hence |i\\.e\\. |that is,? )?(?:there (?:is|are|will be) |we (?:have|get|expect|see) )?(?:no|nothing|nobody|no one|none|not (?:a|one)(?: single)?)\\b.*\\b(?:then|that (?:day|week|month|time|morning|afternoon|evening|night|weekend|long)|those (?:days|weeks|hours)|(?:during|in|for|over) (?:that|this) (?:time|period|window)|in the meantime|meanwhile|while it lasts|in between)\\s*",
            Pattern.CASE_INSENSITIVE);
    /** The same without a time of its own, where it names nothing either. */
    private static final Pattern NOTHING_MOVES = Pattern.compile(
            "(?:so |meaning |which means )?(?:nothing|no one|nobody|not a thing|not a single \\w+) (?:at all )?(?:will |can |is going to )?(?:leaves?|goes|go|moves?|happens?|runs?|comes?|ships?|gets?|works?|answers?|picks?|is|will be)\\b.*",
            Pattern.CASE_INSENSITIVE);
    /** It can't run, of the one thing that was spoken of before. */
    private static final Pattern STANDS = Pattern.compile(
            "(?:it |they |which )?(?:can't|can not|cannot|won't|will not|does not|doesn't) (?:run|be used|work|operate|produce|be running|be available)(?: then| at all)?",
            Pattern.CASE_INSENSITIVE);
    /** What happens to come: a typhoon, an environmental inspection. */
    private static final Pattern MISFORTUNE = Pattern.compile(
            "(?:an? |the |due to |thanks to )?(?:[a-z-]+ ){0,2}(?:typhoon|storm|flood|flooding|snow|snowstorm|hail|heat ?wave|cold snap|fog|earthquake|fire|explosion|accident|strikes?|power cuts?|outage|blackout|shortages?|breakdown|inspections?|calibration|audits?|quarantine|covid|flu|lockdown|bankruptcy|congestion|blockade|holidays?|stocktaking|maintenance|overhaul|repairs|renovation|relocation|training|scandal|complaints?|problems?|issues?|trouble|troubles|delays?|dispute|hiccups?|teething troubles|rationing|weather)(?: again| as usual| as ever)?",
            Pattern.CASE_INSENSITIVE);
    /** Two new lathes raise …: what brings a change about, where it is new and nobody's name. */
    private static final Pattern NEW_CAUSE = Pattern.compile(
            "(?:with )?(?:(?:the|our|their|a|an|one|two|three|four|five|six|some|another) )+(?:(?:brand )?new|second|third|extra|additional|second-hand|refurbished|bigger|faster) (?:[a-z-]+ ){1,3}(?=(?:will |would |should |is going to |are going to )?(?:raise|lift|push|boost|bring|add|increase|give|cut|reduce|shorten|lower|take|expand|improve|double|halve)s? )",
            Pattern.CASE_INSENSITIVE);
    /** Half the team is on leave. */
    private static final Pattern PEOPLE = Pattern.compile(
            "(?:half|most|many|some|all|two thirds|part|a third|a quarter) (?:of )?(?:the|our|their|my) (?:team|crew|staff|people|shift|workforce|workers|operators|guys|lads|welders|sewers|fitters|drivers|seamstresses) .*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern THEM =
            Pattern.compile("\\b(?:them|they|their|it|its|him|her|there)\\b", Pattern.CASE_INSENSITIVE);
    /** Where the main clause may begin after a reason that no comma ends. */
    private static final Pattern MAIN = Pattern.compile(
            "\\b(?:i|we|it|they|he|she|you|nobody|no one|no|there|please|let's|let us|do not|don't|never|stop|keep|cap|limit)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 90;
    private static final int LEAST_WORDS = 3;

    private final Lattice lattice;

    EnglishAsides(Lattice lattice) {
        this.lattice = lattice;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")(?![a-z'])", Pattern.CASE_INSENSITIVE);
    }

    private static Pattern starts(String alternatives) {
        return Pattern.compile("(?:and |but )?(?:" + alternatives + ")(?![a-z])", Pattern.CASE_INSENSITIVE);
    }

    /** Whether a clause tells of something, and does not only name it. */
    static boolean isTold(String words) {
        return TELLS.matcher(words).find()
                || words.contains(" ") && SUBJECT.matcher(words).lookingAt();
    }

    /** The text without its asides, for every place where one may end; empty where a clause of unknown words is none. */
    List<Said> leftOut(Said said, int mostClauses) {
        List<Span> clauses = Clauses.fine(said.text(), mostClauses);
        if (clauses.isEmpty()
                || !NormalText.isLatin(said.text().charAt(clauses.getFirst().start()))) {
            return List.of();
        }
        var found = new ArrayList<Said>();
        for (List<Span> cut : cuts(said.text(), clauses)) {
            List<Part> parts = cut.stream().map(s -> part(said.text(), s)).toList();
            without(said, parts).filter(s -> !s.text().isBlank()).ifPresent(found::add);
        }
        return found.stream().distinct().toList();
    }

    /** The clauses as they are, then a leading reason cut from the main clause that follows it without a comma. */
    private List<List<Span>> cuts(String text, List<Span> clauses) {
        var cuts = new ArrayList<List<Span>>();
        cuts.add(clauses);
        Span first = clauses.getFirst();
        Matcher cause = NEW_CAUSE.matcher(text).region(first.start(), first.end());
        if (cause.lookingAt()) {
            cuts.add(cutAt(clauses, cause.end()));
        }
        if (MARKED.matcher(text).region(first.start(), first.end()).lookingAt()) {
            for (int at : mainClauses(text, first)) {
                cuts.add(cutAt(clauses, at));
            }
        }
        return cuts;
    }

    private static List<Span> cutAt(List<Span> clauses, int at) {
        var cut = new ArrayList<Span>();
        cut.add(new Span(clauses.getFirst().start(), at));
        cut.add(new Span(at, clauses.getFirst().end()));
        cut.addAll(clauses.subList(1, clauses.size()));
        return cut;
    }

    private List<Integer> mainClauses(String text, Span clause) {
        var starts = new ArrayList<Integer>();
        Matcher main = MAIN.matcher(text).region(clause.start(), clause.end());
        while (main.find()) {
            starts.add(main.start());
        }
        part(text, clause).tokens().stream()
                .filter(t -> t.type() == Sentence.NAME)
                .forEach(t -> starts.add(clause.start() + t.start()));
        return starts.stream()
                .filter(at -> text.substring(clause.start(), at).split(" ").length >= LEAST_WORDS)
                .sorted()
                .toList();
    }

    private Part part(String text, Span span) {
        String words = text.substring(span.start(), span.end());
        return new Part(span, words, lattice.paths(NormalText.of(words)).getFirst());
    }

    private static Optional<Said> without(Said said, List<Part> parts) {
        var kept = new ArrayList<Part>();
        var dropped = new ArrayList<Part>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            int next = i + 1 < parts.size()
                    ? parts.get(i + 1).span().start()
                    : said.text().length();
            boolean cut = i == 0 && next == part.span().end();
            boolean consequence = !kept.isEmpty() && part.isConsequence();
            if (consequence || (part.isStrange() || cut || part.isAboutPeople()) && part.isAside(said.text())) {
                dropped.add(part);
            } else if (part.isStrange()) {
                return Optional.empty();
            } else {
                kept.add(part);
            }
        }
        return dropped.isEmpty() || kept.isEmpty() ? Optional.empty() : without(said, parts, kept, dropped);
    }

    private static Optional<Said> without(Said said, List<Part> parts, List<Part> kept, List<Part> dropped) {
        Set<NameIndex.Meaning> named =
                kept.stream().flatMap(p -> p.meanings().stream()).collect(Collectors.toSet());
        Set<NodeType> types =
                named.stream().map(NameIndex.Meaning::type).collect(Collectors.toCollection(HashSet::new));
        Said left = said;
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (!dropped.contains(part)) {
                continue;
            }
            int end = i + 1 < parts.size()
                    ? parts.get(i + 1).span().start()
                    : part.span().end();
            List<Span> topics = part.isConsequence() ? List.of() : part.topics(types);
            boolean other = !part.isConsequence()
                    && part.meanings().stream().anyMatch(m -> types.contains(m.type()) && !named.contains(m));
            if (other || topics.size() > 1) {
                // it is open which of them the rest is about
                return Optional.empty();
            }
            if (topics.isEmpty()) {
                left = left.without(new Span(part.span().start(), end));
            } else {
                Span topic = topics.getFirst();
                left = topic.end() < end ? left.replaced(new Span(topic.end(), end), "，") : left;
                left = left.without(new Span(part.span().start(), topic.start()));
            }
        }
        return Optional.of(left);
    }

    /** A clause as it is best cut. */
    private record Part(Span span, String words, List<Token> tokens) {
        boolean isStrange() {
            return has(Set.of(Sentence.UNKNOWN));
        }

        private boolean has(Set<Integer> types) {
            return tokens.stream().anyMatch(t -> types.contains(t.type()));
        }

        Set<NameIndex.Meaning> meanings() {
            return tokens.stream().flatMap(t -> t.meanings().stream()).collect(Collectors.toSet());
        }

        /** Where it names what the rest does not speak of. */
        List<Span> topics(Set<NodeType> spokenOf) {
            return tokens.stream()
                    .filter(t -> t.type() == Sentence.NAME)
                    .filter(t -> t.meanings().stream().noneMatch(m -> spokenOf.contains(m.type())))
                    .map(t -> new Span(span.start() + t.start(), span.start() + t.end()))
                    .toList();
        }

        boolean isConsequence() {
            return !EXCEPTS.matcher(words).find()
                    && IntStream.range(0, tokens.size())
                            .noneMatch(i -> says(tokens.get(i)) && tokens.get(i).type() != Sentence.ACTION)
                    && (FOLLOWS.matcher(words).matches()
                            || STANDS.matcher(words).matches()
                            || meanings().isEmpty()
                                    && (NOTHING_MOVES.matcher(words).matches()
                                            || MISFORTUNE.matcher(words).matches()));
        }

        boolean isAside(String text) {
            return words.length() <= LONGEST
                    && !EXCEPTS.matcher(words).find()
                    && !COMMANDS.matcher(words).find()
                    && !StoryClause.contrasts(words)
                    && tokens.stream().noneMatch(this::says)
                    && (isMarked() || isFollowed(text) || isStory(text) || isCause());
        }

        boolean isAboutPeople() {
            return PEOPLE.matcher(words).matches() && meanings().isEmpty();
        }

        private boolean isCause() {
            return meanings().isEmpty()
                    && NEW_CAUSE.matcher(words.strip() + " raise ").lookingAt();
        }

        private boolean isMarked() {
            boolean going = MARKED_WITH_VERB.matcher(words).lookingAt()
                    && (GOING.matcher(words).find() || TELLS.matcher(words).find());
            return going || MARKED.matcher(words).lookingAt();
        }

        private boolean isFollowed(String text) {
            boolean follows =
                    FOLLOWED.matcher(text).region(span.end(), text.length()).lookingAt();
            boolean reported =
                    REPORTED.matcher(text).region(span.end(), text.length()).lookingAt();
            return (follows || reported) && TELLS.matcher(words).find();
        }

        private boolean isStory(String text) {
            return SUBJECT.matcher(words).lookingAt()
                    && (meanings().isEmpty()
                            || THEM.matcher(text.substring(span.end())).find())
                    && TELLS.matcher(words).find()
                    && (!has(STATES) || isAboutPeople());
        }

        private boolean says(Token token) {
            int type = token.type();
            if (type == Sentence.AMOUNT) {
                Amount.Measure measure = token.valueAs(Amount.class).measure();
                return measure != Amount.Measure.NUMBER && measure != Amount.Measure.COUNT && !isHalf(token);
            }
            return type == Sentence.MULTIPLE ? !isHalf(token) : SAYS.contains(type);
        }

        /** Half the crew. */
        private boolean isHalf(Token token) {
            return words.substring(token.start(), token.end()).matches("(?i)half(?: (?:of )?(?:the|our|their))?");
        }
    }
}
