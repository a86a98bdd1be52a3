package io.sandtable.web.api;

import io.sandtable.web.EngineVersion;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What {@code /api/v1/openapi} says besides the operations themselves: the two ways to come in. */
@Configuration
@Profile("service")
class ApiDescription {
    /** The cookie of a session; application-service.yaml gives it its name. */
    static final String SESSION_COOKIE = "sandtable-session";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Sandtable")
                        .version(EngineVersion.current())
                        .description("Errors are problem details (RFC 9457) with a permanent member `code`."))
                .components(new Components()
                        .addSecuritySchemes("basic", basic())
                        .addSecuritySchemes("session", session())
                        .addSecuritySchemes("csrf", csrf()))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("session").addList("csrf"));
    }

    private static SecurityScheme basic() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("basic")
                .description("For programs: sign-in name and password with each request; no session, no token.");
    }

    private static SecurityScheme session() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name(SESSION_COOKIE)
                .description("For our own pages: the session of the sign-in page.");
    }

    private static SecurityScheme csrf() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-CSRF-TOKEN")
                .description("With a session, on every request that changes something.");
    }
}
