package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Annuaire;
import fr.entecole.annuaire.Identite;
import fr.entecole.annuaire.Nature;
import fr.entecole.comptes.feuilles.CodesAccess.Portee;
import fr.entecole.socle.Phrases;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds a person through who may hand them a code (`CodesAccess`): anyone else is nobody. Whose schools are all closed
/// or who has left is nobody either.
@Component
class Destinataires {

    // Everyone who comes in by the account of the person asked for, and how each stands to the one who looks; people as
    // an array, which goes through the view's indexes.
    static final String REACH = """
            with vise as (select coalesce(rejoint_id, id) as compte from comptes.compte where personne_id = :personne),
                 eux as materialized (
                     select c.* from comptes.compte c where c.id = (select compte from vise)
                     union all select c.* from comptes.compte c where c.rejoint_id = (select compte from vise)),
                 famille as materialized (
                     select f.personne_id, f.eleve_id, f.ecole_id,
                            exists (select 1 from annuaire.enseigne n
                                     where n.classe_id = f.classe_id and n.personnel_id = :par) as enseignee,
                            f.ecole_id = any(:ecoles) and exists (
                                select 1 from annuaire.dirige d
                                 where d.ecole_id = f.ecole_id and d.personnel_id = :par) as dirigee,
                            f.ecole_id = any(:ecoles) and exists (
                                select 1 from comptes.au_guichet(:jour) g
                                 where g.ecole_id = f.ecole_id and g.personne_id = :par) as guichet
                       from annuaire.famille(:jour) f
                      where f.personne_id = any(array(select personne_id from eux)))
            select c.personne_id, c.nature, c.login, c.id = :compte or c.rejoint_id = :compte as soi,
                   coalesce((select bool_or(f.enseignee) from famille f where f.personne_id = c.personne_id), false) as enseignee,
                   coalesce((select bool_or(f.dirigee) from famille f where f.personne_id = c.personne_id), false)
                   or exists (select 1 from annuaire.equipe e join annuaire.dirige d on d.ecole_id = e.ecole_id
                               where e.personne_id = c.personne_id and d.personnel_id = :par
                                 and d.ecole_id = any(:ecoles)) as dirigee,
                   coalesce((select bool_or(f.guichet) from famille f where f.personne_id = c.personne_id), false) as guichet,
                   exists (select 1 from annuaire.equipe e
                            where e.personne_id = c.personne_id and e.directeur) as chef,
                   (select a.active_le is not null from comptes.compte a where a.id = v.compte) as venue,
                   array(select distinct f.eleve_id from famille f
                          where f.personne_id = c.personne_id and (f.enseignee or f.dirigee or f.guichet)) as eleves,
                   coalesce((select min(f.ecole_id::text)::uuid from famille f
                              where f.personne_id = c.personne_id and (f.enseignee or f.dirigee or f.guichet)),
                            (select min(e.ecole_id::text)::uuid from annuaire.equipe e
                              where e.personne_id = c.personne_id and e.ecole_id = any(:ecoles))) as ecole
              from eux c cross join vise v
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Annuaire annuaire;

    Destinataires(JdbcClient jdbc, Clock clock, Annuaire annuaire) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.annuaire = annuaire;
    }

    /// Whom the one who looks may hand a code to.
    Optional<Destinataire> find(UUID personne, Utilisateur par) {
        return look(personne, par).filter(vu -> vu.renvoi() == null).map(Vu::destinataire);
    }

    /// Whom the one who looks knows of, and who hands them a code where it is not them.
    Optional<Vu> look(UUID personne, Utilisateur par) {
        var compte = jdbc.sql(REACH)
                .param("jour", LocalDate.now(clock))
                .param("par", par.personneId())
                .param("compte", par.compteId())
                .param("personne", personne)
                .param("ecoles", par.ecoles().toArray(UUID[]::new))
                .query(Destinataires::found)
                .list();
        var portees = compte.stream().map(Trouve::portee).toList();
        return compte.stream()
                .filter(t -> t.personne().equals(personne))
                .filter(t -> CodesAccess.sees(par, t.portee()))
                .findFirst()
                .flatMap(t -> annuaire.identite(t.personne(), t.portee().nature())
                        .filter(i -> i.acces() == Identite.Acces.OUVERT)
                        .map(i -> seen(t, i, portees, par)));
    }

    private Vu seen(Trouve trouve, Identite identite, List<Portee> portees, Utilisateur par) {
        var destinataire = named(trouve, identite);
        // The region hands codes to the heads of open schools, not to whoever once directed one.
        boolean ofTheRegion = !par.is(Profil.ADMINISTRATEUR)
                || trouve.portee().nature() == Nature.AGENT
                || identite.profil() == Profil.DIRECTEUR;
        return new Vu(
                destinataire,
                destinataire.petit()
                        ? Renvoi.CLASSE
                        : ofTheRegion && CodesAccess.mayHand(par, trouve.portee(), portees)
                                ? null
                                : elsewhere(trouve.portee(), portees, par),
                trouve.portee().venue());
    }

    private static Renvoi elsewhere(Portee portee, List<Portee> portees, Utilisateur par) {
        if (portees.stream().anyMatch(Portee::soi)) {
            return Renvoi.SOI;
        }
        if (par.is(Profil.DIRECTEUR) && portee.chef()) {
            return Renvoi.REGION;
        }
        return par.is(Profil.ADMINISTRATEUR) || portees.size() == 1 ? Renvoi.DIRECTION : Renvoi.TRAVAIL;
    }

    private Destinataire named(Trouve trouve, Identite identite) {
        var enfants = trouve.eleves().stream()
                .flatMap(id -> annuaire.identite(id, Nature.ELEVE).stream())
                .toList();
        return new Destinataire(
                identite.personneId(),
                trouve.portee().nature(),
                (identite.prenom() + " " + identite.nom()).strip(),
                quality(trouve, identite, enfants),
                trouve.login(),
                trouve.ecole(),
                enfants.isEmpty() ? identite.lieu() : enfants.getFirst().lieu(),
                identite.profil() == Profil.ELEVE
                        && Registre.ofNiveau(identite.niveau()).petits());
    }

    private static String quality(Trouve trouve, Identite identite, List<Identite> enfants) {
        return switch (trouve.portee().nature()) {
            case ELEVE -> identite.niveau() == null ? t("élève") : t("élève de {0}", identite.niveau());
            case RESPONSABLE ->
                t(
                        "responsable {0}",
                        enfants.stream()
                                .map(e -> Phrases.de(e.niveau() == null ? e.prenom() : e.prenom() + ", " + e.niveau()))
                                .collect(Collectors.joining(t(" et "))));
            case PERSONNEL, AGENT ->
                (identite.titre() == null ? identite.profil().libelle() : identite.titre()) + ", " + identite.lieu();
        };
    }

    private static Trouve found(ResultSet rs, int row) throws SQLException {
        return new Trouve(
                rs.getObject("personne_id", UUID.class),
                rs.getString("login"),
                new LinkedHashSet<>(Arrays.asList((UUID[]) rs.getArray("eleves").getArray())),
                rs.getObject("ecole", UUID.class),
                new Portee(
                        Nature.valueOf(rs.getString("nature")),
                        rs.getBoolean("enseignee"),
                        rs.getBoolean("dirigee"),
                        rs.getBoolean("chef"),
                        rs.getBoolean("soi"),
                        rs.getBoolean("venue"),
                        rs.getBoolean("guichet")));
    }

    /// @param renvoi null when the one who looks hands the code
    /// @param venu has come already
    record Vu(Destinataire destinataire, @Nullable Renvoi renvoi, boolean venu) {

        /// A teacher asks the head of the school to give a guardian who has come an access again.
        boolean demandable(Utilisateur par) {
            return par.is(Profil.ENSEIGNANT)
                    && destinataire.parent()
                    && destinataire.ecole() != null
                    && venu
                    && renvoi == Renvoi.DIRECTION;
        }
    }

    /// Who lets a person in whom one may not hand a code to.
    enum Renvoi {
        /// the page of their class
        CLASSE,
        /// the head of their school
        DIRECTION,
        REGION,
        /// the account is also their work: whoever directs it
        TRAVAIL,
        /// oneself
        SOI
    }

    private record Trouve(
            UUID personne,
            String login,
            Set<UUID> eleves,
            @Nullable UUID ecole,
            Portee portee) {}
}
