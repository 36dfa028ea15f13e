package fr.entecole.liaison.surpapier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.DonneesDUnePartie;
import fr.entecole.socle.DonneesPersonnelles.Traitement;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// That somebody answers on paper, until the school notes otherwise, and a year after that.
@Component
class DonneesSurPapier implements DonneesDUnePartie {

    private static final Duration APRES = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final Clock clock;

    DonneesSurPapier(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Traitement> describe(Duration duree) {
        return List.of(new Traitement(
                        t("Que vous répondez à l’école sur papier, jusqu’à un an après que cela a changé"),
                        t("L’école"),
                        APRES)
                .of("sur_papier"));
    }

    @Override
    public String export() {
        return """
                select 'sur_papier' as part, p.note_le::text as le, p.fini_le::text as fin
                  from liaison.sur_papier p where p.personne_id = :id order by 1, 2
                """;
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("sur_papier", t("Vous répondez à l’école sur papier"));
        mots.put("sur_papier.le", t("Noté le"));
        mots.put("sur_papier.fin", t("Jusqu’au"));
        return mots;
    }

    @Override
    public void erase(Collection<UUID> personnes) {
        var ids = personnes.toArray(UUID[]::new);
        jdbc.sql("delete from liaison.sur_papier where personne_id = any(:ids)")
                .param("ids", ids)
                .update();
        for (var column : List.of("note_par", "fini_par")) {
            jdbc.sql("update liaison.sur_papier set %1$s = null where %1$s = any(:ids)".formatted(column))
                    .param("ids", ids)
                    .update();
        }
    }

    @Override
    public void purge(int derniere) {
        jdbc.sql("delete from liaison.sur_papier where fini_le < :terme")
                .param("terme", OffsetDateTime.now(clock).minus(APRES))
                .update();
    }
}
