package fr.entecole.redaction;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Drafts are their writer's alone, and are forgotten a month after the last word.
@Component
class RedactionDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteRedaction() {
        return ActiviteDeclaree.of(
                "redaction",
                () -> new Activite(
                        t("Brouillons et textes"),
                        t("Garder un texte en cours, et les textes que la région publie."),
                        Base.MISSION,
                        t("Qui écrit"),
                        t("La personne qui écrit")));
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ReglagesRedaction reglages;
    private final Clock clock;

    RedactionDonneesPersonnelles(JdbcClient jdbc, JsonMapper json, ReglagesRedaction reglages, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.reglages = reglages;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "redaction";
    }

    @Override
    public List<Traitement> describe() {
        return List.of(new Traitement(
                        t(
                                "Ce que vous avez commencé à écrire et pas encore envoyé, gardé un mois après le dernier mot"),
                        t("Vous"),
                        reglages.conservation())
                .of("brouillons"));
    }

    @Override
    public int enonces() {
        return 1;
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        var rows = jdbc.sql("""
                        select lieu, ecrit_le::text, champs::text as champs
                          from redaction.brouillon where personne_id = :id order by ecrit_le
                        """)
                .param("id", personneId)
                .query((rs, _) -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("ecrit_le", rs.getString("ecrit_le"));
                    row.put("texte", words(rs.getString("champs")));
                    row.put("lieu", rs.getString("lieu"));
                    return row;
                })
                .list();
        return rows.isEmpty() ? Map.of() : Map.of("brouillons", rows);
    }

    private String words(String champs) {
        return json.readValue(champs, new TypeReference<Map<String, String>>() {}).values().stream()
                .map(typed -> TexteRiche.of(typed).brut())
                .filter(typed -> !typed.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("brouillons", t("Ce que vous avez commencé à écrire"));
        mots.put("brouillons.ecrit_le", t("Écrit le"));
        mots.put("brouillons.texte", t("Votre texte"));
        mots.put("brouillons.lieu", "");
        return mots;
    }

    @Override
    public void erase(UUID personneId) {
        jdbc.sql("delete from redaction.brouillon where personne_id = :id")
                .param("id", personneId)
                .update();
    }

    @Override
    public void purge() {
        jdbc.sql("delete from redaction.brouillon where ecrit_le < :terme")
                .param("terme", OffsetDateTime.now(clock).minus(reglages.conservation()))
                .update();
    }
}
