package fr.entecole.agenda.contenu;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.agenda.SorteAgenda;
import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Public;
import fr.entecole.comptes.Membres;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.notifications.NouvellesRetirees;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.contrats.Contenu.Temoin;
import fr.entecole.socle.contrats.Envois;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Dates of the agenda, as they are held and taken back. Who has read one is whom its bell has led there.
@Component
class EnvoisDeDates implements Envois {

    private static final int LONGEST = 160;

    private static final String SENT =
            " e.auteur_id = any(:personnes) and e.change_le >= :depuis and e.retire_le is null ";

    private static final String ENVOI = """
            select e.id, e.ecole_id, e.auteur_id, e.titre, e.lieu, e.texte, e.version, e.change_le, t.prenom, t.nom
              from agenda.evenement e left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                  where n.id = e.auteur_id limit 1) t on true
            """;

    private final JdbcClient jdbc;
    private final Membres membres;
    private final Nouvelles nouvelles;
    private final NouvellesRetirees retirees;

    EnvoisDeDates(JdbcClient jdbc, Membres membres, Nouvelles nouvelles, NouvellesRetirees retirees) {
        this.jdbc = jdbc;
        this.membres = membres;
        this.nouvelles = nouvelles;
        this.retirees = retirees;
    }

    @Override
    public String module() {
        return "agenda";
    }

    @Override
    public String genre() {
        return "evenement";
    }

    @Override
    public String phrase(int combien) {
        return t(
                "{0, plural, =0 {aucune date de l’agenda} one {une date de l’agenda} other {# dates de l’agenda}}",
                combien);
    }

    @Override
    public Portee reach(Auteur auteur, Instant depuis) {
        var of = of(auteur, depuis);
        var choses = jdbc.sql("select e.id from agenda.evenement e where" + SENT)
                .params(of)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        var comptage = membres.count(publics(choses));
        return new Portee(
                choses.size(),
                comptage.responsables() + comptage.eleves() + comptage.personnels(),
                retirees.readers(SorteAgenda.DATE_A_L_AGENDA, choses));
    }

    private List<Public> publics(Collection<UUID> choses) {
        return Public.ofCles(
                jdbc.sql("select distinct ecole_id, cle from agenda.destination where evenement_id = any(:choses)")
                        .param("choses", choses.toArray(UUID[]::new))
                        .query((rs, _) -> new Cle(Colonnes.uuid(rs, "ecole_id"), rs.getString("cle")))
                        .list());
    }

    @Override
    public List<Envoi> sent(Auteur auteur, Instant depuis, int most) {
        return jdbc.sql(ENVOI + " where" + SENT + "order by e.change_le, e.id limit :most for update of e")
                .params(of(auteur, depuis))
                .param("most", most)
                .query(EnvoisDeDates::envoi)
                .list();
    }

    @Override
    public Optional<Envoi> one(UUID chose) {
        return jdbc.sql(ENVOI + " where e.id = :id")
                .param("id", chose)
                .query(EnvoisDeDates::envoi)
                .optional();
    }

    @Override
    @Transactional
    public Set<UUID> withdraw(Collection<UUID> choses, Instant now) {
        var lus = retirees.readers(SorteAgenda.DATE_A_L_AGENDA, choses);
        jdbc.sql("update agenda.evenement set retire_le = :maintenant where id = any(:ids) and retire_le is null")
                .params(at(choses, now))
                .update();
        retirees.withdraw(SorteAgenda.DATE_A_L_AGENDA, choses, t("Une date qui a été retirée"));
        return lus;
    }

    @Override
    @Transactional
    public void hold(Collection<UUID> choses, Instant now) {
        jdbc.sql("update agenda.evenement set masque_le = :maintenant where id = any(:ids) and masque_le is null")
                .params(at(choses, now))
                .update();
    }

    @Override
    @Transactional
    public void release(UUID chose, Instant now) {
        int shown = jdbc.sql("update agenda.evenement set masque_le = null where id = :id and masque_le is not null")
                .param("id", chose)
                .update();
        var publics = publics(List.of(chose));
        one(chose).filter(_ -> shown > 0 && !publics.isEmpty()).ifPresent(envoi -> {
            var titre = envoi.temoin().titre();
            nouvelles.deposit(
                    envoi.auteur(),
                    new Nouvelle(
                            SorteAgenda.DATE_A_L_AGENDA,
                            chose,
                            publics,
                            envoi.adresse(),
                            titre.length() > LONGEST ? titre.substring(0, LONGEST) : titre),
                    publics.stream()
                            .map(nouvelles::when)
                            .min(Instant::compareTo)
                            .orElse(now));
        });
    }

    @Override
    public void drop(UUID chose, Instant now) {
        withdraw(List.of(chose), now);
    }

    private static Map<String, Object> of(Auteur auteur, Instant depuis) {
        return Map.of("personnes", auteur.personnes().toArray(UUID[]::new), "depuis", depuis.atOffset(ZoneOffset.UTC));
    }

    private static Map<String, Object> at(Collection<UUID> choses, Instant now) {
        return Map.of("ids", choses.toArray(UUID[]::new), "maintenant", now.atOffset(ZoneOffset.UTC));
    }

    private static Envoi envoi(ResultSet rs, int row) throws SQLException {
        var id = Colonnes.uuid(rs, "id");
        var nom = rs.getString("nom");
        return new Envoi(
                id,
                Colonnes.uuid(rs, "ecole_id"),
                rs.getObject("auteur_id", UUID.class),
                nom == null ? "" : Appellations.personne(Objects.requireNonNullElse(rs.getString("prenom"), ""), nom),
                "/agenda/evenements/" + id,
                new Temoin(
                        rs.getString("titre"),
                        Stream.of(rs.getString("lieu"), rs.getString("texte"))
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining("\n")),
                        Integer.toString(rs.getInt("version")),
                        rs.getObject("change_le", OffsetDateTime.class).toInstant(),
                        List.of()));
    }
}
