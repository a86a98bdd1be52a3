package io.sandtable.web.cli;

import io.sandtable.App;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service's use cases without its pages, for the length of one command. */
final class Service implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Service(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Service start() {
        return new Service(new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.NONE)
                .run());
    }

    <T> T get(Class<T> useCase) {
        return context.getBean(useCase);
    }

    @Override
    public void close() {
        context.close();
    }
}
