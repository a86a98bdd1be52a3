package io.sandtable;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service. Its use cases live in {@code web}; every other module is plain Java that they call. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class App {}
