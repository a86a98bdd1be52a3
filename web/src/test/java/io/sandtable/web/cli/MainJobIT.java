package io.sandtable.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.tlog.SigningKey;
import io.sandtable.web.cli.Terminal.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job from the demo's question to a decision that anybody can verify; two homes, so that nothing rests on one of them. */
class MainJobIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static Path home;
    private static Path out;
    private static Terminal terminal;
    private static Ran demo;
    private static JsonNode answer;

    @BeforeAll
    static void theDemo() throws IOException {
        ReportFonts.require();
        home = Files.createDirectory(folder.resolve("home"));
        out = folder.resolve("out");
        terminal = Terminal.at(home);
        demo = terminal.run("demo", "--out", out.toString());
        assertThat(demo.exit()).as(demo.err()).isZero();
        answer = JSON.readTree(Files.readString(out.resolve("answer.json")));
    }

    @Test
    void demo_printsThePlansAsATableWithTheAuditNumber() {
        assertThat(demo.out())
                .contains("预计下季度新能源汽车电池壳订单增长40%", "已由 demo 确认", "毛利率", "现金低点", number())
                .contains("方案 A：", "方案 B：", "方案 C：");
        assertThat(demo.remarks()).isEmpty();
    }

    @Test
    void answer_hasEveryFieldOfTheContract() {
        assertThat(answer.propertyNames())
                .contains("question", "asOf", "understandings", "snapshot", "baseline", "plans", "sensitivity")
                .contains("decision", "report", "stages");
        assertThat(answer.get("understandings"))
                .hasSize(2)
                .allMatch(u -> text(u, "outcome").equals("ACCEPT"));
        assertThat(text(answer.get("snapshot"), "hash")).matches("[0-9a-f]{64}");
        assertThat(answer.get("snapshot").get("shares").propertyNames())
                .contains("real", "derived", "default", "demo", "user");
        assertThat(answer.get("plans")).hasSizeGreaterThanOrEqualTo(3).allSatisfy(MainJobIT::hasEveryFieldOfAPlan);
        assertThat(answer.get("sensitivity").get("tornado")).hasSizeGreaterThanOrEqualTo(10);
        assertThat(answer.get("decision").propertyNames())
                .contains("number", "state", "index", "recordHash", "checkpoint");
        assertThat(text(answer.get("decision"), "state")).isEqualTo("proposed");
        assertThat(answer.get("stages")).extracting(s -> text(s, "name")).contains("snapshot", "plans", "report");
    }

    private static void hasEveryFieldOfAPlan(JsonNode plan) {
        assertThat(plan.propertyNames())
                .contains("id", "name", "strategy", "feasible", "compliant", "kpis", "violations", "search")
                .contains("resultHash");
        assertThat(plan.get("name").propertyNames()).contains("zh", "en");
        assertThat(plan.get("search").propertyNames()).contains("steps", "threads", "endedBecause");
        assertThat(plan.get("kpis").propertyNames())
                .contains("revenue", "grossMargin", "grossMarginPct", "grossMarginDeltaPp", "capex", "npv", "cashLow")
                .contains("cashLowDate", "onTimePct", "lateOrders", "shortOrders", "yieldPct", "energyKwh", "carbonKg")
                .contains("inventoryTurns", "risk");
        assertThat(text(plan.get("kpis").get("revenue"), "amount")).matches("-?\\d+\\.\\d{2}");
        assertThat(text(plan.get("kpis").get("revenue"), "currency")).isEqualTo("CNY");
        assertThat(text(plan, "resultHash")).matches("[0-9a-f]{64}");
    }

    @Test
    void plans_differInKindAndAllCanBeDone() {
        List<JsonNode> plans = answer.get("plans").valueStream().toList();

        assertThat(plans).extracting(p -> text(p, "strategy")).contains("invest", "outsource");
        assertThat(plans).extracting(p -> text(p, "strategy")).doesNotHaveDuplicates();
        assertThat(plans).allMatch(p -> p.get("feasible").asBoolean());
    }

    @Test
    void report_isAPdfThatNamesThePlansAndTheAuditNumber() throws IOException {
        byte[] pdf = Files.readAllBytes(out.resolve("report.pdf"));

        assertThat(new String(pdf, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("方案", number());
        }
    }

    @Test
    void ripple_answersTheBearingQuestionWithEveryFieldOfTheContract() {
        Ran ripple = terminal.run("ripple", "进口轴承采购周期延长到120天", "--json");

        assertThat(ripple.exit()).as(ripple.err()).isZero();
        assertThat(text(ripple.json(), "from")).isEqualTo("MAT-BUSH-52");
        assertThat(text(ripple.json(), "change")).contains("120");
        assertThat(ripple.json().get("touched"))
                .isNotEmpty()
                .allSatisfy(thing -> assertThat(thing.propertyNames())
                        .contains("id", "type", "name", "hops", "path", "firstDate", "evidence"));
        assertThat(ripple.json().get("mitigations"))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(one -> assertThat(one.propertyNames()).contains("kind", "what", "cost", "effect"));
    }

    @Test
    void verify_acceptsTheOutputFolderAndTheHomesOwnLog() {
        Ran bundle = terminal.run("audit", "verify", out.toString(), "--json");
        Ran log = terminal.run("audit", "verify", "--json");

        assertThat(bundle.exit()).as(bundle.out()).isZero();
        assertThat(log.exit()).as(log.out()).isZero();
        assertThat(log.json().get("size").asInt()).isEqualTo(1);
        assertThat(text(log.json(), "root")).isEqualTo(text(bundle.json(), "root"));
    }

    @Test
    void report_verifiesAlone_andIsRefusedUnderAnotherKey() throws IOException {
        Path alone = Files.createDirectories(folder.resolve("alone"));
        Path report = Files.copy(out.resolve("report.pdf"), alone.resolve("report.pdf"));
        Files.copy(home.resolve("log/log.vkey"), alone.resolve("log.vkey"));

        Ran verify = terminal.run("audit", "verify", alone.toString(), "--json");

        assertThat(verify.exit()).as(verify.out()).isZero();
        assertThat(verify.json().get("size").asInt()).isEqualTo(1);
        Path other = Files.writeString(
                folder.resolve("other.vkey"),
                SigningKey.generate(new Origin("sandtable.local/decisions"))
                                .verifier()
                                .line()
                        + "\n");
        Ran refused = terminal.run("audit", "verify", report.toString(), "--key", other.toString(), "--json");
        assertThat(refused.exit()).isEqualTo(ExitCode.NO);
        assertThat(text(refused.json(), "firstBad")).isEqualTo("log.vkey");
    }

    @Test
    void provenance_leadsFromEachFigureToTheSources() {
        Ran provenance = terminal.run("audit", "provenance", number());

        assertThat(provenance.exit()).as(provenance.err()).isZero();
        JsonNode prov = provenance.json();
        assertThat(prov.propertyNames())
                .contains("prefix", "entity", "activity", "agent", "used", "wasDerivedFrom", "wasGeneratedBy");
        assertThat(prov.get("entity").propertyNames())
                .contains("st:record", "st:snapshot", "st:sentence/1", "st:understanding/2")
                .anyMatch(id -> id.startsWith("st:plan/") && id.endsWith("/grossMargin"))
                .anyMatch(id -> id.startsWith("st:source/EVI-"));
        assertThat(prov.get("wasDerivedFrom"))
                .anyMatch(link -> text(link, "prov:generatedEntity").equals("st:snapshot")
                        && text(link, "prov:usedEntity").startsWith("st:source/"));
    }

    @Test
    void checkpoint_isWrittenOutAndTheLogIsHeldAgainstIt() {
        Path kept = folder.resolve("kept");

        Ran written = terminal.run("audit", "checkpoint", "--out", kept.toString(), "--json");

        assertThat(written.exit()).as(written.out()).isZero();
        assertThat(written.json().get("exportDue").asBoolean()).isFalse();
        String file = text(written.json(), "file");
        Ran verify = terminal.run(
                "audit",
                "verify",
                home.resolve("log").toString(),
                "--checkpoint",
                file,
                "--checkpoint",
                out.resolve("report.pdf").toString(),
                "--key",
                kept.resolve("log.vkey").toString());
        assertThat(verify.exit()).as(verify.out()).isZero();
        assertThat(verify.out()).contains("2");
        Ran archive = terminal.run("audit", "archive", "--json");
        assertThat(archive.json().get("named").asInt()).isPositive();
        assertThat(archive.json().get("garbage").asInt()).isZero();
    }

    @Test
    void verify_rejectsARecordWithOneChangedByteAndNamesIt() throws IOException {
        Path copy = copyOf(out.resolve("bundle"), folder.resolve("changed-bundle"));
        changeOneByte(copy.resolve("record.json"));

        Ran verify = terminal.run("audit", "verify", copy.toString(), "--json");

        assertThat(verify.exit()).isEqualTo(ExitCode.NO);
        assertThat(verify.json().get("ok").asBoolean()).isFalse();
        assertThat(text(verify.json(), "firstBad")).isEqualTo("record.json");
        assertThat(terminal.run("audit", "verify", copy.toString(), "--lang", "en")
                        .out())
                .contains("Does not verify", "record.json");
    }

    @Test
    void verify_rejectsALogWithOneChangedByteAndNamesTheEntry() throws IOException {
        Path copy = copyOf(home.resolve("log"), folder.resolve("changed-log"));
        changeOneByte(onlyEntryTile(copy));

        Ran verify = terminal.run("audit", "verify", copy.toString(), "--json");

        assertThat(verify.exit()).isEqualTo(ExitCode.NO);
        assertThat(text(verify.json(), "firstBad")).contains("0");
        assertThat(text(verify.json(), "reason")).isNotBlank();
    }

    @Test
    void replay_givesEveryRecordedPlanAgain() {
        Ran replay = terminal.run("audit", "replay", number(), "--json");

        assertThat(replay.exit()).as(replay.out() + replay.err()).isZero();
        assertThat(replay.json().get("ok").asBoolean()).isTrue();
        assertThat(replay.json().get("plans"))
                .hasSize(1 + answer.get("plans").size())
                .allMatch(p -> text(p, "recorded").equals(text(p, "replayed")));
    }

    @Test
    void replayOfAnUnknownNumber_isRefusedInOneLine() {
        Ran replay = terminal.run("audit", "replay", "A-1999-0101-001");

        assertThat(replay.exit()).isEqualTo(ExitCode.NO);
        assertThat(replay.remarks()).singleElement().asString().contains("A-1999-0101-001");
        assertThat(replay.out()).isEmpty();
    }

    @Test
    void secondHome_inTheOtherLanguage_givesTheSameResultHashes() throws IOException {
        Path second = Files.createDirectory(folder.resolve("second-home"));

        Ran again = Terminal.at(second)
                .run("demo", "--lang", "en", "--out", folder.resolve("out-2").toString());

        assertThat(again.exit()).as(again.err()).isZero();
        JsonNode other = JSON.readTree(Files.readString(folder.resolve("out-2").resolve("answer.json")));
        assertThat(hashes(other)).isEqualTo(hashes(answer));
        assertThat(text(other.get("snapshot"), "hash")).isEqualTo(text(answer.get("snapshot"), "hash"));
        assertThat(again.out()).contains("Gross margin", "Plan A", "Where the figures come from");
        assertThat(withoutQuotes(again.out())).doesNotContainPattern("\\p{IsHan}");
    }

    /** What the person typed stays in her own words, wherever it is quoted. */
    private static String withoutQuotes(String printed) {
        String left = printed;
        for (JsonNode understanding : answer.get("understandings")) {
            left = left.replace(understanding.at("/statements/0/source/text").asString(), "");
        }
        return left;
    }

    private static List<String> hashes(JsonNode document) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(document.get("baseline")),
                        document.get("plans").valueStream())
                .map(p -> text(p, "id") + " " + text(p, "resultHash"))
                .toList();
    }

    private static String number() {
        return text(answer.get("decision"), "number");
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }

    private static Path copyOf(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private static Path onlyEntryTile(Path log) throws IOException {
        try (var files = Files.walk(log.resolve("tile").resolve("entries"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    /** One bit somewhere behind the first bytes, the same on every run. */
    private static void changeOneByte(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[new SplittableRandom(5).nextInt(16, bytes.length)] ^= 1;
        Files.write(file, bytes);
    }
}
