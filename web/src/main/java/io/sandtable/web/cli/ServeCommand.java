package io.sandtable.web.cli;

import io.sandtable.App;
import io.sandtable.web.people.FirstAdministrator;
import io.sandtable.web.people.OneTimePassword;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the service with its pages, until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "启动工作台（不带命令时的默认）/ the workbench in the browser; what ./sandtable does without a command")
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--port", description = "端口 / port to listen on; 8080 by default, 0 takes any free one")
    private @Nullable Integer port;

    @Option(
            names = "--new-password",
            paramLabel = "NAME",
            description = "给忘记密码的人生成一次性密码 / make a one-time password for somebody who lost hers")
    private @Nullable String lostPassword;

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = options.out();
        var stopped = new CountDownLatch(1);
        var context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.SERVLET)
                .profiles("service")
                .initializers(HomeLock::takeFor)
                .listeners((ApplicationListener<ContextClosedEvent>) closed -> stopped.countDown())
                .run(arguments());
        int listens = java.util.Objects.requireNonNull(context.getWebServer()).getPort();
        List<String> passwords = newPasswords(context.getBean(FirstAdministrator.class));
        out.println(options.words().say("serve.ready", "http://localhost:" + listens));
        passwords.forEach(out::println);
        stopped.await();
        return ExitCode.DONE;
    }

    /** Passwords made at this start, each in a sentence; they are said here and nowhere else. */
    private List<String> newPasswords(FirstAdministrator administrator) {
        List<String> sentences = new ArrayList<>();
        administrator.createWhereNobodyIs().ifPresent(first -> sentences.add(say("serve.firstPassword", first)));
        if (lostPassword != null) {
            sentences.add(say("serve.newPassword", administrator.rescue(lostPassword)));
        }
        return sentences;
    }

    private String say(String key, OneTimePassword made) {
        return options.words().say(key, made.name(), made.password());
    }

    private String[] arguments() {
        List<String> arguments = new ArrayList<>();
        if (port != null) {
            arguments.add("--server.port=" + port);
        }
        return arguments.toArray(String[]::new);
    }
}
