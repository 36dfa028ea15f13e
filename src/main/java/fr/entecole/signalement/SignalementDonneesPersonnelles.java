package fr.entecole.signalement;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.Documents;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reports of who has reported, decisions on what one has published and those that one has taken. A guardian reads
/// nothing of what a child has reported: it may be about them.
@Component
class SignalementDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteSignalement() {
        return ActiviteDeclaree.of(
                "signalement",
                () -> new Activite(
                        t("Signalements"),
                        t("Retirer ce qui blesse ou trompe, et en garder la preuve."),
                        Base.OBLIGATION,
                        t("Qui signale, qui a publié"),
                        t("La direction de l’école, la région")));
    }

    private final JdbcClient jdbc;
    private final ReglagesSignalement reglages;
    private final Documents documents;
    private final Scelles preuves;
    private final Clock clock;

    SignalementDonneesPersonnelles(
            JdbcClient jdbc, ReglagesSignalement reglages, Documents documents, Scelles preuves, Clock clock) {
        this.jdbc = jdbc;
        this.reglages = reglages;
        this.documents = documents;
        this.preuves = preuves;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "signalement";
    }

    private Duration duree() {
        return Duration.ofDays(reglages.conservation().toTotalMonths() * 31
                + reglages.conservation().getDays());
    }

    @Override
    public List<Traitement> describe() {
        return List.of(
                new Traitement(
                                t("Ce que vous avez signalé, et pourquoi\u00a0; seuls ceux qui décident le lisent"),
                                t("Vous"),
                                duree())
                        .of("faits"),
                new Traitement(t("Ce qui a été décidé de ce que vous avez publié"), t("L’école ou la région"), duree())
                        .of("publies"),
                new Traitement(t("Ce que vous avez décidé d’un signalement"), t("Vous"), duree()).of("decidees"));
    }

    @Override
    public int enonces() {
        return 1;
    }

    /// What is reported of somebody and not decided is not told: it would name who has reported, to who guesses.
    @Override
    public Map<String, Object> export(UUID personneId) {
        Map<String, List<Map<String, Object>>> parts = new LinkedHashMap<>();
        jdbc.sql("""
                        select 'faits' as part, d.titre, s.mots, s.fait_le::text as le
                          from signalement.signalement s join signalement.dossier d on d.id = s.dossier_id
                         where s.par_id = :id
                        union all
                        select 'publies', d.titre, x.motif, x.decidee_le::text
                          from signalement.decision x join signalement.dossier d on d.id = x.dossier_id
                         where d.auteur_id = :id
                        union all
                        select 'decidees', d.titre, x.motif, x.decidee_le::text
                          from signalement.decision x join signalement.dossier d on d.id = x.dossier_id
                         where x.par_id = :id
                         order by 1, 4
                        """).param("id", personneId).query().listOfRows().forEach(row -> {
            var held = new LinkedHashMap<>(row);
            held.values().removeIf(value -> value == null || "".equals(value));
            parts.computeIfAbsent(String.valueOf(held.remove("part")), _ -> new ArrayList<>())
                    .add(held);
        });
        return new LinkedHashMap<>(parts);
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("faits", t("Ce que vous avez signalé"));
        mots.put("faits.titre", t("Titre"));
        mots.put("faits.mots", t("Vos mots"));
        mots.put("faits.le", t("Signalé le"));
        mots.put("publies", t("Décisions sur ce que vous avez publié"));
        mots.put("publies.titre", t("Titre"));
        mots.put("publies.mots", t("Raison"));
        mots.put("publies.le", t("Décidé le"));
        mots.put("decidees", t("Ce que vous avez décidé"));
        mots.put("decidees.titre", t("Titre"));
        mots.put("decidees.mots", t("Raison"));
        mots.put("decidees.le", t("Décidé le"));
        return mots;
    }

    @Override
    public void erase(UUID personneId) {
        erase(List.of(personneId));
    }

    /// What was decided stands, without them; what was sealed stays whole until its term.
    @Override
    public void erase(Collection<UUID> personnes) {
        var ids = personnes.toArray(UUID[]::new);
        jdbc.sql("update signalement.signalement set par_id = null, mots = '' where par_id = any(:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("update signalement.dossier set auteur_id = null, auteur = '' where auteur_id = any(:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("update signalement.decision set par_id = null where par_id = any(:ids)")
                .param("ids", ids)
                .update();
    }

    @Override
    public List<Reste> keeps() {
        return List.of(
                new Reste("preuve.auteur_id", "scellee_le", duree(), t("La preuve de ce qui a été publié et signalé")));
    }

    @Override
    public void purge() {
        var limite = OffsetDateTime.now(clock).minus(reglages.conservation());
        var gone = jdbc.sql("""
                        delete from signalement.dossier where coalesce(clos_le, ouvert_le) < :limite returning id
                        """)
                .param("limite", limite)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        documents.forget(PiecesDesPreuves.SALLE, gone);
        preuves.purge(limite);
    }
}
