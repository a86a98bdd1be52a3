package io.sandtable.web.cli;

import io.sandtable.web.Language;
import io.sandtable.web.Progress;
import io.sandtable.web.Words;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** Every command's options: the person's language, and whether a program reads along. */
final class LanguageOption {
    @Option(names = "--lang", defaultValue = "zh", description = "zh (default) or en")
    private Language language = Language.ZH;

    @Option(names = "--json", description = "one JSON document on standard output and nothing else there")
    private boolean json;

    Language language() {
        return language;
    }

    boolean json() {
        return json;
    }

    Words words() {
        return Words.in(language);
    }

    /** Stages on standard error, so that answers stay clean. */
    Progress progress(PrintWriter err) {
        Words words = words();
        return stage -> err.println("… " + words.say("stage." + stage));
    }
}
