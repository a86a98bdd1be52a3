package io.sandtable.web.cli;

import io.sandtable.simulation.scenario.ConditionRefused;
import io.sandtable.simulation.scenario.RateUnknown;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.inquiry.InquiryRefused;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What went wrong, in one line with its remedy; the stack trace only where somebody asks for it. */
final class Endings implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        Throwable cause = rootOfWrapping(problem);
        if (cause instanceof ConditionRefused refused) {
            Words words = Words.in(language(command));
            err.println(words.say("ask.refused.condition"));
            err.println(
                    words.say("refused." + refused.code(), refused.arguments().toArray()));
            return ExitCode.NO;
        }
        if (cause instanceof RateUnknown unknown) {
            Words words = Words.in(language(command));
            err.println(
                    words.say("refused." + RateUnknown.CODE, unknown.arguments().toArray()));
            return ExitCode.NO;
        }
        if (cause instanceof Refusal refusal) {
            Words words = Words.in(language(command));
            err.println(
                    words.say("problem." + refusal.code(), refusal.arguments().toArray()));
            return ExitCode.NO;
        }
        if (cause instanceof InquiryRefused refused) {
            Words words = Words.in(language(command));
            err.println(
                    words.say("problem." + refused.code(), refused.arguments().toArray()));
            return ExitCode.NO;
        }
        err.println(message(cause));
        if (System.getenv("SANDTABLE_DEBUG") != null) {
            problem.printStackTrace(err);
        }
        return cause instanceof IllegalArgumentException ? ExitCode.NO : ExitCode.BROKEN;
    }

    /** The language that the command was asked to speak; Chinese where it has no such option. */
    private static Language language(CommandLine command) {
        return command.getParseResult().matchedOptionValue("--lang", Language.ZH);
    }

    /** Spring and executors wrap what our code said; the words that help are inside. */
    private static Throwable rootOfWrapping(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null && isWrapping(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isWrapping(Throwable problem) {
        return problem.getClass().getName().startsWith("org.springframework.")
                || problem instanceof java.util.concurrent.ExecutionException
                || problem instanceof java.util.concurrent.CompletionException;
    }

    private static String message(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? "%s; this is a fault of ours. Run again with SANDTABLE_DEBUG=1 and report the trace.".formatted(cause)
                : message;
    }
}
