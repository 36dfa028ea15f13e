package fr.entecole;

import fr.entecole.socle.Regle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route that a controller of the application answers, with the rule it declares.
public final class Routes {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private static final String ERROR_DISPATCH = "/error";

    private Routes() {}

    public static List<Route> of(ApplicationContext context) {
        List<Route> routes = new ArrayList<>();
        context.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> add(routes, info, method)));
        routes.sort(Comparator.comparing(Route::toString));
        return routes;
    }

    /// Without those of the tests, and the framework's own that answers only when the server itself sends an error
    /// there.
    public static List<Route> ofTheHouse(ApplicationContext context) {
        return of(context).stream()
                .filter(route -> !route.isOf("fr.entecole.essai") && !ERROR_DISPATCH.equals(route.path()))
                .toList();
    }

    private static void add(List<Route> routes, RequestMappingInfo info, HandlerMethod method) {
        var verbs = info.getMethodsCondition().getMethods();
        for (var path : info.getPatternValues()) {
            for (var verb : verbs.isEmpty() ? List.of(RequestMethod.GET) : verbs) {
                routes.add(new Route(verb.asHttpMethod(), path, method, Regle.of(method)));
            }
        }
    }

    /// One verb of one address.
    public record Route(
            HttpMethod verb,
            String path,
            HandlerMethod method,
            @Nullable Regle regle) {

        /// The word of the module: what follows `fr.entecole` in its package.
        public String module() {
            return method.getBeanType().getPackageName().split("\\.")[2];
        }

        public boolean isOf(String packageName) {
            return method.getBeanType().getPackageName().startsWith(packageName);
        }

        public boolean names() {
            return VARIABLE.matcher(path).find();
        }

        /// Whether it names something, in its address or by a field that must be there.
        public boolean takesIds() {
            return names() || Arrays.stream(method.getMethodParameters()).anyMatch(Route::isId);
        }

        private static boolean isId(MethodParameter parameter) {
            var field = parameter.getParameterAnnotation(RequestParam.class);
            return field != null
                    && field.required()
                    && field.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                    && !parameter.isOptional()
                    && parameter.getParameterType() == UUID.class;
        }

        /// With an identifier that is nothing of anyone's.
        public String somewhereElse() {
            return VARIABLE.matcher(path).replaceAll(UUID.randomUUID().toString());
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }
}
