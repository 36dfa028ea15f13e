package fr.entecole.socle.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// In a list of ids that a form sends, in several fields or with commas, each one is an id: the framework takes a blank
/// for the absence of one, which no controller expects inside a list. Judged on what was sent, because a conversion
/// that fails is tried again more leniently.
@Configuration(proxyBeanMethods = false)
class Identifiants implements HandlerInterceptor, WebMvcConfigurer {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Map<Method, List<String>> champs = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod route) {
            for (var champ : champs.computeIfAbsent(route.getMethod(), _ -> lists(route))) {
                if (!areIds(request.getParameterValues(champ))) {
                    response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                    return false;
                }
            }
        }
        return true;
    }

    private static List<String> lists(HandlerMethod route) {
        return Arrays.stream(route.getMethodParameters())
                .filter(Identifiants::isList)
                .flatMap(Identifiants::name)
                .toList();
    }

    private static boolean isList(MethodParameter parameter) {
        var type = ResolvableType.forMethodParameter(parameter);
        return Collection.class.isAssignableFrom(type.resolve(Object.class))
                && type.asCollection().getGeneric(0).resolve(Object.class) == UUID.class;
    }

    private static Stream<String> name(MethodParameter parameter) {
        var field = parameter.getParameterAnnotation(RequestParam.class);
        if (field == null) {
            return Stream.empty();
        }
        return Stream.of(field.name().isEmpty() ? parameter.getParameter().getName() : field.name());
    }

    /// A single field that was left empty lists nothing.
    private static boolean areIds(String @Nullable [] sent) {
        return sent == null
                || (sent.length == 1 && sent[0].isEmpty())
                || Arrays.stream(sent)
                        .flatMap(words -> Arrays.stream(words.split(",", -1)))
                        .allMatch(word -> ID.matcher(word).matches());
    }
}
