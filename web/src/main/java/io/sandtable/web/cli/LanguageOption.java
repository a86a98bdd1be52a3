package io.sandtable.web.cli;

import io.sandtable.web.Language;
import io.sandtable.web.Progress;
import io.sandtable.web.Words;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Every command's options: the person's language, and whether a program reads along; and where its answers go. */
final class LanguageOption {
    @Option(names = "--lang", defaultValue = "zh", description = "zh (default) or en")
    private Language language = Language.ZH;

    @Option(names = "--json", description = "one JSON document on standard output and nothing else there")
    private boolean json;

    /** Of the command that has these options; picocli sets it. */
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Where answers go. */
    PrintWriter out() {
        return line().getOut();
    }

    /** Where words that are no answer go. */
    PrintWriter err() {
        return line().getErr();
    }

    private CommandLine line() {
        return Objects.requireNonNull(command).commandLine();
    }

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
