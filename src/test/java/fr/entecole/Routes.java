package fr.entecole;

import fr.entecole.socle.Regle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route that a controller of the application answers, with the rule it declares.
final class Routes {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private Routes() {}

    static List<Route> of(ApplicationContext context) {
        List<Route> routes = new ArrayList<>();
        context.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> add(routes, info, method)));
        routes.sort(Comparator.comparing(Route::toString));
        return routes;
    }

    private static void add(List<Route> routes, RequestMappingInfo info, HandlerMethod method) {
        var verbs = info.getMethodsCondition().getMethods();
        for (var path : info.getPatternValues()) {
            for (var verb : verbs.isEmpty() ? List.of(RequestMethod.GET) : verbs) {
                routes.add(new Route(verb.asHttpMethod(), path, method, Regle.of(method)));
            }
        }
    }

    record Route(
            HttpMethod verb,
            String path,
            HandlerMethod method,
            @Nullable Regle regle) {

        boolean isOf(String packageName) {
            return method.getBeanType().getPackageName().startsWith(packageName);
        }

        boolean names() {
            return VARIABLE.matcher(path).find();
        }

        /// With an identifier that is nothing of anyone's.
        String somewhereElse() {
            return VARIABLE.matcher(path).replaceAll(UUID.randomUUID().toString());
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }
}
