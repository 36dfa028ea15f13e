package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.DonneesPersonnelles;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Requests for correction, forgotten three months after their answer, and after a year when nobody answered.
@Component
class RgpdDonneesPersonnelles implements DonneesPersonnelles {

    static final Duration CONSERVATION = Duration.ofDays(90);

    private static final Duration SANS_REPONSE = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final Clock clock;

    RgpdDonneesPersonnelles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "rgpd";
    }

    @Override
    public List<Traitement> describe() {
        return List.of(new Traitement(
                        t("Ce que vous dites être faux, et la réponse de l’école, effacés trois mois après la réponse"),
                        t("Vous, et la direction de l’école"),
                        CONSERVATION)
                .of("demandes"));
    }

    @Override
    public int enonces() {
        return 1;
    }

    /// What they asked; what was asked about them, and what they answered, on request only: someone else stands in it.
    @Override
    public Map<String, Object> export(UUID personneId) {
        Map<String, List<Map<String, Object>>> parts = new LinkedHashMap<>();
        jdbc.sql("""
                        select case when demandeur_id = :id then 'demandes'
                                    when personne_id = :id then 'recues' else 'repondues' end as part,
                               ligne, valeur, juste, demandee_le::text, reponse, mot, repondue_le::text
                          from rgpd.correction
                         where demandeur_id = :id or personne_id = :id or repondue_par = :id
                         order by id
                        """).param("id", personneId).query().listOfRows().forEach(row -> {
            var held = new LinkedHashMap<>(row);
            parts.computeIfAbsent(String.valueOf(held.remove("part")), _ -> new ArrayList<>())
                    .add(held);
        });
        return new LinkedHashMap<>(parts);
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("demandes", t("Ce que vous avez dit être faux"));
        mots.put("recues", "");
        mots.put("repondues", "");
        mots.put("demandes.demandee_le", t("Demandé le"));
        mots.put("demandes.ligne", "");
        mots.put("demandes.valeur", t("Ce qui était écrit"));
        mots.put("demandes.juste", t("Ce qui serait juste"));
        mots.put("demandes.reponse", t("Réponse"));
        mots.put("demandes.mot", t("Avec ce mot"));
        mots.put("demandes.repondue_le", t("Répondu le"));
        return mots;
    }

    @Override
    public Object shown(String mot, Object valeur) {
        return !mot.equals("demandes.reponse")
                ? valeur
                : valeur.equals("CORRIGEE") ? t("corrigé dans ONDE") : t("c’est juste");
    }

    @Override
    public void erase(UUID personneId) {
        jdbc.sql("delete from rgpd.correction where personne_id = :id or demandeur_id = :id")
                .param("id", personneId)
                .update();
        jdbc.sql("update rgpd.correction set repondue_par = null where repondue_par = :id")
                .param("id", personneId)
                .update();
    }

    @Override
    public void purge() {
        var now = OffsetDateTime.now(clock);
        jdbc.sql("delete from rgpd.correction where repondue_le < :terme or demandee_le < :vieille")
                .param("terme", now.minus(CONSERVATION))
                .param("vieille", now.minus(SANS_REPONSE))
                .update();
    }
}
