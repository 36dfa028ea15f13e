package fr.entecole.surete;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was taken back because it came from a stolen account: a room says so in its place (`surete/_retire`).
@Component
public class Retires {

    private final JdbcClient jdbc;

    Retires(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean contains(String genre, UUID chose) {
        return jdbc.sql("select exists (select 1 from surete.retrait where genre = :genre and chose = :chose)")
                .param("genre", genre)
                .param("chose", chose)
                .query(Boolean.class)
                .single();
    }
}
