package io.sandtable.web.page;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceChainRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Styles, scripts and pictures, below addresses of their own. Spring Boot's own mapping takes any address for a file that may be there:
 * every link of a page was then looked for in the jar, which took two thirds of a page's time.
 */
@Configuration(proxyBeanMethods = false)
@Profile("service")
class StaticFiles implements WebMvcConfigurer {
    /** Addresses carry the content's hash, so that a browser may keep them. */
    private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofDays(7));

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : List.of("css", "js", "img")) {
            files(registry, "/" + folder + "/**", "classpath:/static/" + folder + "/");
        }
        files(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/")
                .addResolver(new LiteWebJarsResourceResolver());
        registry.addResourceHandler("/favicon.ico")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(KEPT);
    }

    private static ResourceChainRegistration files(ResourceHandlerRegistry registry, String addresses, String folder) {
        return registry.addResourceHandler(addresses)
                .addResourceLocations(folder)
                .setCacheControl(KEPT)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
