package fr.entecole.surete.gels;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.comptes.Membres;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.surete.ActeSurete;
import fr.entecole.surete.Etape;
import fr.entecole.surete.Palier;
import fr.entecole.surete.TenuesChangees;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Freezes and reopens. Who may is judged by the caller.
@Component
public class Gels {

    private static final int MOST = 50;

    private static final String GELS = """
            select g.id, g.ecole_id, g.publics, g.lieu, g.motif, g.pose_le, g.fini_le, p.palier, p.des_le
              from surete.gel g join surete.palier p on p.gel_id = g.id
            """;

    private final JdbcClient jdbc;
    private final Publics publics;
    private final Membres membres;
    private final Journal journal;
    private final ApplicationEventPublisher evenements;
    private final Clock clock;

    Gels(
            JdbcClient jdbc,
            Publics publics,
            Membres membres,
            Journal journal,
            ApplicationEventPublisher evenements,
            Clock clock) {
        this.jdbc = jdbc;
        this.membres = membres;
        this.publics = publics;
        this.journal = journal;
        this.evenements = evenements;
        this.clock = clock;
    }

    /// Nothing leaves any more from any of those whom these mean.
    ///
    /// @param ecole the school; [fr.entecole.socle.Cle#PARTOUT] beyond one
    @Transactional
    public UUID freeze(UUID ecole, List<Public> pour, String lieu, String motif, Utilisateur par) {
        var now = clock.instant();
        var id = jdbc.sql("""
                        insert into surete.gel (ecole_id, publics, lieu, motif, par_id, pose_le)
                        values (:ecole, :publics, :lieu, :motif, :par, :maintenant) returning id
                        """)
                .param("ecole", ecole)
                .param("publics", pour.stream().map(Public::code).toArray(String[]::new))
                .param("lieu", lieu)
                .param("motif", motif)
                .param("par", par.personneId())
                .param("maintenant", at(now))
                .query(UUID.class)
                .single();
        step(id, ecole, Palier.RIEN, par, now);
        record(ActeSurete.ENVOIS_GELES, id, pour, par);
        evenements.publishEvent(new TenuesChangees());
        return id;
    }

    /// One step more: to a few, then to all.
    ///
    /// @return false when it is there already
    @Transactional
    public boolean ease(UUID id, Palier palier, Utilisateur par) {
        var now = clock.instant();
        var gel = jdbc.sql("select id from surete.gel where id = :id and fini_le is null for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(this::one);
        if (gel.isEmpty() || gel.get().palier().compareTo(palier) >= 0) {
            return false;
        }
        step(id, gel.get().ecole(), palier, par, now);
        if (palier == Palier.TOUT) {
            jdbc.sql("update surete.gel set fini_le = :maintenant where id = :id")
                    .param("maintenant", at(now))
                    .param("id", id)
                    .update();
        }
        record(
                ActeSurete.ENVOIS_DEGELES,
                id,
                gel.get().publics().stream()
                        .flatMap(code -> Public.parse(code).stream())
                        .toList(),
                par);
        evenements.publishEvent(new TenuesChangees());
        return true;
    }

    private void step(UUID gel, UUID ecole, Palier palier, Utilisateur par, Instant now) {
        jdbc.sql("""
                        insert into surete.palier (ecole_id, gel_id, palier, des_le, par_id, pose_le)
                        values (:ecole, :gel, :palier, :maintenant, :par, :maintenant)
                        """)
                .param("ecole", ecole)
                .param("gel", gel)
                .param("palier", palier.name())
                .param("maintenant", at(now))
                .param("par", par.personneId())
                .update();
    }

    private void record(ActeSurete acte, UUID gel, List<Public> pour, Utilisateur par) {
        Set<UUID> ecoles = new HashSet<>();
        pour.forEach(one -> ecoles.addAll(publics.ecoles(one)));
        journal.record(Fait.of(acte, gel).by(par.compteId()).inEcoles(ecoles));
    }

    Optional<Gel> one(UUID id) {
        return read(jdbc.sql(GELS + " where g.id = :id order by p.des_le, p.id").param("id", id)).stream()
                .findFirst();
    }

    /// Those that stand first, then the last ones.
    public List<Ligne> of(Utilisateur utilisateur) {
        return read(jdbc.sql(GELS + """
                                 where g.id in (select id from surete.gel where :region or ecole_id = any(:ecoles)
                                                 order by fini_le is not null, pose_le desc limit :most)
                                 order by g.fini_le is not null, g.pose_le desc, g.id, p.des_le, p.id
                                """)
                        .param("region", utilisateur.is(Profil.ADMINISTRATEUR))
                        .param(
                                "ecoles",
                                Perimetre.of(utilisateur).ecolesDirected().toArray(UUID[]::new))
                        .param("most", MOST))
                .stream()
                .filter(gel -> GelAccess.of(utilisateur).decides(gel.ecole()))
                .map(gel -> new Ligne(gel.id(), gel.lieu(), gel.poseLe(), gel.palier()))
                .toList();
    }

    /// Those of the region, of a département or of the académie that stand and touch a school that one directs.
    public List<Ligne> above(Utilisateur utilisateur) {
        return read(jdbc.sql(GELS + " where g.ecole_id = :partout and g.fini_le is null"
                                + " order by g.pose_le desc, g.id, p.des_le, p.id")
                        .param("partout", Cle.PARTOUT))
                .stream()
                .filter(gel -> utilisateur.is(Profil.DIRECTEUR) && touches(utilisateur, gel))
                .map(gel -> new Ligne(gel.id(), gel.lieu(), gel.poseLe(), gel.palier()))
                .toList();
    }

    /// Whether it is where somebody directs, whomever it stops there: from memory.
    private static boolean touches(Utilisateur utilisateur, Gel gel) {
        return gel.publics().stream()
                .flatMap(code -> Public.parse(code).stream())
                .map(one -> new Public(one.etendue(), Qui.DIRECTIONS, one.ecoleId(), one.cibles()))
                .anyMatch(Perimetre.of(utilisateur)::isMeantBy);
    }

    private Set<UUID> ecoles(Collection<String> codes) {
        Set<UUID> ecoles = new HashSet<>();
        codes.stream().flatMap(code -> Public.parse(code).stream()).forEach(one -> ecoles.addAll(publics.ecoles(one)));
        return ecoles;
    }

    /// Whom a pause would stop: « 312 personnes, dans 3 écoles ».
    String reach(List<Public> pour) {
        var counted = membres.count(pour);
        return t(
                "{0, plural, =0 {personne} one {une personne} other {# personnes}}, dans {1, plural, =0 {aucune école} one {une école} other {# écoles}}",
                counted.lecteurs(),
                ecoles(pour.stream().map(Public::code).toList()).size());
    }

    private static List<Gel> read(JdbcClient.StatementSpec asked) {
        Map<UUID, Gel> gels = new LinkedHashMap<>();
        asked.query(rs -> {
            var id = Colonnes.uuid(rs, "id");
            var fini = rs.getObject("fini_le", OffsetDateTime.class);
            var gel = new Gel(
                    id,
                    Colonnes.uuid(rs, "ecole_id"),
                    Colonnes.strings(rs, "publics"),
                    Objects.requireNonNull(rs.getString("lieu")),
                    Objects.requireNonNull(rs.getString("motif")),
                    rs.getObject("pose_le", OffsetDateTime.class).toInstant(),
                    fini == null ? null : fini.toInstant(),
                    new ArrayList<>());
            gels.computeIfAbsent(id, _ -> gel)
                    .etapes()
                    .add(new Etape(
                            Palier.valueOf(rs.getString("palier")),
                            rs.getObject("des_le", OffsetDateTime.class).toInstant()));
        });
        return List.copyOf(gels.values());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// @param lieu who, and where
    public record Ligne(UUID id, String lieu, Instant poseLe, Palier palier) {}
}
