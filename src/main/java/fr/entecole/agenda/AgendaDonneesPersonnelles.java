package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Cle;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Events of who wrote them, events for chosen pupils, private addresses of who asked for them. Of birthdays nothing is
/// kept here: the directory has them.
@Component
class AgendaDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteAgenda() {
        return ActiviteDeclaree.of(
                "agenda",
                () -> new Activite(
                        t("Agenda"),
                        t("Tenir les dates des classes et des écoles, et les montrer à ceux qu’elles concernent."),
                        Base.MISSION,
                        t("Élèves, responsables, équipe de l’école"),
                        t("Ceux pour qui chaque date est écrite")));
    }

    /// A key says no school beside its target's id: any will do to make it.
    private static final UUID ANY = new UUID(0, 1);

    private static final Duration RETIRES = Duration.ofDays(30);
    private static final Duration OUBLIES = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final ReglagesAgenda reglages;
    private final Clock clock;

    AgendaDonneesPersonnelles(JdbcClient jdbc, ReglagesAgenda reglages, Clock clock) {
        this.jdbc = jdbc;
        this.reglages = reglages;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "agenda";
    }

    @Override
    public List<Traitement> describe() {
        var duree = Duration.ofDays(reglages.conservation().toTotalMonths() * 30
                + reglages.conservation().getDays());
        return List.of(
                new Traitement(
                                t("Les dates que vous avez mises à l’agenda, effacées après l’année scolaire"),
                                t("Vous"),
                                duree)
                        .of("dates"),
                new Traitement(t("Les dates que l’école a prévues avec vos seuls responsables"), t("L’école"), duree)
                        .of("adressees"),
                new Traitement(
                                t("Les appareils où vous suivez l’agenda, et quand ils l’ont lu en dernier"),
                                t("Vous, et l’appareil quand il demande l’agenda"),
                                OUBLIES)
                        .of("abonnements"));
    }

    @Override
    public int enonces() {
        return 1;
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        Map<String, List<Map<String, Object>>> parts = new LinkedHashMap<>();
        jdbc.sql("""
                        select 'dates' as part, e.titre, e.lieu, e.texte, e.publie_le::text as le, null as servi
                          from agenda.evenement e where e.auteur_id = :id
                        union all
                        select distinct 'adressees', null, null, null, s.jour::text, null
                          from agenda.destination d join agenda.seance s on s.evenement_id = d.evenement_id
                         where d.cle = any(:cles)
                        union all
                        select 'abonnements', a.nom, null, null, a.cree_le::text, a.servi_le::text
                          from agenda.abonnement a where a.personne_id = :id
                         order by 1, 5
                        """)
                .param("id", personneId)
                .param("cles", cles(List.of(personneId)))
                .query()
                .listOfRows()
                .forEach(row -> {
                    var held = new LinkedHashMap<>(row);
                    held.values().removeIf(value -> value == null || value.equals(""));
                    parts.computeIfAbsent(String.valueOf(held.remove("part")), _ -> new ArrayList<>())
                            .add(held);
                });
        return new LinkedHashMap<>(parts);
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("dates", t("Les dates que vous avez mises à l’agenda"));
        mots.put("dates.titre", t("Titre"));
        mots.put("dates.lieu", t("Lieu"));
        mots.put("dates.texte", t("À savoir"));
        mots.put("dates.le", t("Écrit le"));
        mots.put("adressees", t("Dates prévues avec vos seuls responsables"));
        mots.put("adressees.le", t("Le"));
        mots.put("abonnements", t("Les appareils où vous suivez l’agenda"));
        mots.put("abonnements.titre", t("Appareil"));
        mots.put("abonnements.le", t("Depuis"));
        mots.put("abonnements.servi", t("Lu en dernier"));
        return mots;
    }

    @Override
    public void erase(UUID personneId) {
        erase(List.of(personneId));
    }

    /// The event of an author stays for those for whom it is, without them; one for chosen pupils goes with the last.
    @Override
    public void erase(Collection<UUID> personnes) {
        var ids = personnes.toArray(UUID[]::new);
        jdbc.sql("delete from agenda.abonnement where personne_id = any(:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("update agenda.evenement set auteur_id = null where auteur_id = any(:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("""
                        with parties as (
                            delete from agenda.destination where cle = any(:cles) returning evenement_id)
                        delete from agenda.evenement e
                         where e.id in (select evenement_id from parties)
                           and not exists (select 1 from agenda.destination d
                                            where d.evenement_id = e.id and d.cle <> all(:cles))
                        """).param("cles", cles(personnes)).update();
    }

    private static String[] cles(Collection<UUID> eleves) {
        return eleves.stream()
                .flatMap(eleve -> Stream.of(Qui.RESPONSABLES, Qui.ELEVES)
                        .flatMap(qui -> Public.ofEleves(ANY, List.of(eleve), qui).cles().stream()))
                .map(Cle::valeur)
                .toArray(String[]::new);
    }

    @Override
    public void purge() {
        var today = LocalDate.now(clock);
        int last = AnneeScolaire.of(today).rentree();
        while (!reglages.fin(new AnneeScolaire(last)).isBefore(today)) {
            last--;
        }
        jdbc.sql("delete from agenda.evenement where annee <= :annee")
                .param("annee", last)
                .update();
        var now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        delete from agenda.abonnement
                         where retire_le < :retires or greatest(cree_le, servi_le) < :oublies
                        """)
                .param("retires", now.minus(RETIRES))
                .param("oublies", now.minus(OUBLIES))
                .update();
    }
}
