package fr.entecole.conventions.mairies;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.comptes.Empreinte;
import fr.entecole.conventions.Annees;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.Declaration;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.LettresAuxCommunes;
import fr.entecole.conventions.Propositions;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Declarations that came without an account, each until the link of its letter is used, once, within a week.
@Component
public class DeclarationsAnnoncees {

    private static final Duration TERME = Duration.ofDays(7);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Annees annees;
    private final EcolesDesCommunes ecoles;
    private final LectureDesConventions lecture;
    private final Conventions conventions;
    private final Propositions propositions;
    private final LettresAuxCommunes lettres;
    private final AdressePublique adresse;
    private final Clock clock;

    DeclarationsAnnoncees(
            JdbcClient jdbc,
            Annees annees,
            EcolesDesCommunes ecoles,
            LectureDesConventions lecture,
            Conventions conventions,
            Propositions propositions,
            LettresAuxCommunes lettres,
            AdressePublique adresse,
            Clock clock) {
        this.jdbc = jdbc;
        this.annees = annees;
        this.ecoles = ecoles;
        this.lecture = lecture;
        this.conventions = conventions;
        this.propositions = propositions;
        this.lettres = lettres;
        this.adresse = adresse;
        this.clock = clock;
    }

    /// Years that may be declared, the latest first.
    List<Parametres> open() {
        var today = today();
        return annees.all().stream()
                .map(Annees.Version::parametres)
                .filter(p -> p.annee() >= AnneeScolaire.of(today).rentree()
                        && !p.fin().isBefore(today))
                .toList();
    }

    /// Whether that commune has declared that year already, by an account or without.
    boolean isDeclared(String insee, int annee) {
        return lecture.ofCommune(insee).stream()
                .anyMatch(c -> c.annee() == annee && c.insee().equals(insee) && c.etat(today()) != Etat.RESILIEE);
    }

    /// Keeps it, and writes the link.
    @Transactional
    public void keep(
            String insee, Parametres annee, Declaration dite, List<EcoleInscrite> chosen, List<String> payeurs) {
        var jeton = Empreinte.newSecret();
        var now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into conventions.annonce
                               (commune_insee, annee, contenu, ecoles, payeurs, empreinte, faite_le, expire_le)
                        values (:insee, :annee, cast(:contenu as jsonb), :ecoles, :payeurs, :empreinte, :now, :expire)
                        """)
                .param("insee", insee)
                .param("annee", annee.annee())
                .param("contenu", JSON.writeValueAsString(dite))
                .param("ecoles", chosen.stream().map(EcoleInscrite::ecole).toArray(UUID[]::new))
                .param("payeurs", payeurs.toArray(String[]::new))
                .param("empreinte", Empreinte.of(jeton))
                .param("now", now)
                .param("expire", now.plus(TERME))
                .update();
        lettres.toConfirm(dite.courriel(), annee, chosen, adresse.lien("/conventions/suite") + "#" + jeton);
    }

    /// What a link of a letter leads to, as long as it serves.
    Optional<Annonce> find(String jeton) {
        return jdbc.sql("""
                        select commune_insee, annee, contenu, ecoles, payeurs from conventions.annonce
                         where empreinte = :empreinte and suivie_le is null and expire_le > :now
                        """)
                .param("empreinte", Empreinte.of(jeton))
                .param("now", OffsetDateTime.now(clock))
                .query((rs, _) -> new Annonce(
                        Objects.requireNonNull(rs.getString("commune_insee")),
                        rs.getInt("annee"),
                        JSON.readValue(Objects.requireNonNull(rs.getString("contenu")), Declaration.class),
                        List.of((UUID[]) rs.getArray("ecoles").getArray()),
                        Colonnes.strings(rs, "payeurs")))
                .optional();
    }

    List<EcoleInscrite> ecoles(Annonce annonce) {
        return ecoles.of(annonce.insee).stream()
                .filter(e -> annonce.ecoles.contains(e.id()))
                .map(Conventions::inscrite)
                .toList();
    }

    /// Makes it a draft, once.
    ///
    /// @return empty when the link was used, or when the commune has declared meanwhile
    @Transactional
    public Optional<Convention> follow(String jeton) {
        var annonce = find(jeton);
        int used = jdbc.sql("""
                        update conventions.annonce set suivie_le = :now
                         where empreinte = :empreinte and suivie_le is null and expire_le > :now
                        """)
                .param("empreinte", Empreinte.of(jeton))
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (annonce.isEmpty() || used == 0) {
            return Optional.empty();
        }
        var a = annonce.get();
        var list = ecoles(a);
        if (isDeclared(a.insee, a.annee) || list.isEmpty()) {
            return Optional.empty();
        }
        propositions.propose(a.insee, a.annee, a.dite, a.payeurs);
        return conventions.declare(null, a.insee, a.annee, a.dite, list).flatMap(lecture::one);
    }

    private LocalDate today() {
        return Dates.day(clock.instant());
    }

    record Annonce(String insee, int annee, Declaration dite, List<UUID> ecoles, List<String> payeurs) {}
}
