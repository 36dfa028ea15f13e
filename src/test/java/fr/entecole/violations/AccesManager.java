package fr.entecole.violations;

import fr.entecole.socle.Phrases;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everything that the house does not do, in one class, for the test of the tests.
public class AccesManager {

    static final String SAID_TOO_EARLY = early();

    @Autowired
    @Nullable
    JdbcClient jdbc;

    public String everythingWrong(HttpServletRequest request) {
        System.out.println(new Date());
        jdbc.sql("select 1").query(Integer.class).stream().forEach(System.out::println);
        return LocalDate.now() + request.getRequestURI();
    }

    private static String early() {
        return Phrases.t("Aide");
    }
}
