package fr.entecole.documents;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.antivirus.Antivirus;
import fr.entecole.documents.images.ImageRefusee;
import fr.entecole.documents.images.Images;
import fr.entecole.documents.images.Rendu;
import fr.entecole.documents.rangement.Rangement;
import fr.entecole.documents.rangement.RangementIndisponible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Takes a whole file in: reads its kind, has it looked at, makes the sizes of a picture, keeps its bytes once. What
/// is refused leaves nothing behind.
@Component
class Contenus {

    private static final Logger LOG = LoggerFactory.getLogger(Contenus.class);
    private static final int PDF_MOST = 30_000_000;

    private final JdbcClient jdbc;
    private final Rangement rangement;
    private final Antivirus antivirus;
    private final Images images;
    private final ReglagesDocuments reglages;
    private final Clock clock;
    private final Path atelier;

    Contenus(
            JdbcClient jdbc,
            @Lazy Rangement rangement,
            Antivirus antivirus,
            Images images,
            ReglagesDocuments reglages,
            Clock clock,
            @Value("${ent.documents.atelier:${java.io.tmpdir}}") Path atelier) {
        this.jdbc = jdbc;
        this.rangement = rangement;
        this.antivirus = antivirus;
        this.images = images;
        this.reglages = reglages;
        this.clock = clock;
        this.atelier = atelier;
    }

    /// Works on a file in a folder of its own, which goes with it.
    <T> T inWorkshop(Work<T> work) {
        Path folder = null;
        try {
            Files.createDirectories(atelier);
            folder = Files.createTempDirectory(atelier, "ent-documents-");
            return work.in(folder);
        } catch (IOException e) {
            throw refusal(new RangementIndisponible(atelier.toFile().getUsableSpace() < 1_000_000, e));
        } catch (RangementIndisponible e) {
            throw refusal(e);
        } finally {
            clear(folder);
        }
    }

    private static void clear(@Nullable Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            LOG.warn("un dossier de travail n’a pas pu être vidé", e);
        }
    }

    /// @param nom as the device gave it
    /// @param dossier to work in
    Contenu keep(Path fichier, String nom, Path dossier) throws IOException {
        var type = TypesDeFichier.detect(fichier, nom).orElseThrow(Contenus::otherKind);
        var genre = TypesDeFichier.genre(type);
        if (Files.size(fichier) > reglages.most(genre)) {
            throw tooLarge(reglages.most(genre));
        }
        var etat = look(fichier);
        var made = made(fichier, type, genre, dossier);
        var full = made.stream().filter(r -> r.nom().equals("pleine")).findFirst();
        var kept = full.map(Rendu::fichier).orElse(fichier);
        var contenu =
                new Contenu(print(kept), Files.size(kept), full.map(Rendu::type).orElse(type), etat);
        var sizes = made.stream().filter(r -> !r.nom().equals("pleine")).toList();
        store(contenu, kept, sizes);
        return contenu;
    }

    static DepotRefuse tooLarge(long most) {
        return new DepotRefuse(413, t("Ce fichier est trop lourd : {0} au plus.", Poids.mots(most)));
    }

    static DepotRefuse otherKind() {
        return new DepotRefuse(
                415,
                t(
                        "Ce genre de fichier ne se joint pas ici. Joignez une image, un PDF, un document, un son ou un film."));
    }

    private EtatDePiece look(Path fichier) throws IOException {
        if (!antivirus.present()) {
            return EtatDePiece.PRETE;
        }
        try (var input = Files.newInputStream(fichier)) {
            if (antivirus.clean(input)) {
                return EtatDePiece.PRETE;
            }
        } catch (IOException e) {
            LOG.warn("antivirus muet, un fichier attend", e);
            return EtatDePiece.EN_ANALYSE;
        }
        throw new DepotRefuse(422, t("Ce fichier contient un virus. Il n’a pas été gardé."));
    }

    private List<Rendu> made(Path fichier, String type, Genre genre, Path dossier) throws IOException {
        try {
            if (genre == Genre.IMAGE) {
                return images.of(fichier, type, dossier);
            }
            return genre == Genre.PDF && Files.size(fichier) < PDF_MOST ? images.ofPdf(fichier, dossier) : List.of();
        } catch (ImageRefusee e) {
            throw switch (e.motif()) {
                case DEMESUREE ->
                    new DepotRefuse(413, t("Cette image a trop de points. Réduisez-la, puis joignez-la de nouveau."));
                case ATTENTE ->
                    new DepotRefuse(503, t("Beaucoup d’images arrivent en même temps. Réessayez dans une minute."));
                case ILLISIBLE ->
                    type.equals("image/heic") || type.equals("image/webp")
                            ? new DepotRefuse(
                                    415, t("Cette image est dans un format qui ne se lit pas ici. Joignez-la en JPEG."))
                            : new DepotRefuse(415, t("Cette image ne se lit pas : le fichier est abîmé."));
            };
        }
    }

    /// The row says first that these bytes are wanted: a purge that is taking the same away is waited for, and what it
    /// took is written anew.
    private void store(Contenu contenu, Path kept, List<Rendu> sizes) throws IOException {
        var now = OffsetDateTime.now(clock);
        boolean stored = jdbc.sql("""
                        insert into documents.contenu as c (empreinte, octets, type, etat, pris_le)
                        values (:empreinte, :octets, :type, :etat, :now)
                        on conflict (empreinte) do update set pris_le = excluded.pris_le,
                               etat = case when c.etat = 'PRETE' then c.etat else excluded.etat end
                        returning range_le is not null
                        """)
                .param("empreinte", contenu.empreinte())
                .param("octets", contenu.octets())
                .param("type", contenu.type())
                .param("etat", contenu.etat().name())
                .param("now", now)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
        if (stored) {
            return;
        }
        rangement.put(contenu.cle(), kept);
        for (var size : sizes) {
            rangement.put(contenu.cle() + "." + size.nom(), size.fichier());
            jdbc.sql("""
                            insert into documents.taille (empreinte, nom, type, octets, largeur, hauteur)
                            values (:empreinte, :nom, :type, :octets, :largeur, :hauteur) on conflict do nothing
                            """)
                    .param("empreinte", contenu.empreinte())
                    .param("nom", size.nom())
                    .param("type", size.type())
                    .param("octets", Files.size(size.fichier()))
                    .param("largeur", size.largeur())
                    .param("hauteur", size.hauteur())
                    .update();
        }
        jdbc.sql("update documents.contenu set range_le = :now where empreinte = :empreinte")
                .param("now", now)
                .param("empreinte", contenu.empreinte())
                .update();
    }

    private static String print(Path fichier) throws IOException {
        try (var input = new DigestInputStream(Files.newInputStream(fichier), MessageDigest.getInstance("SHA-256"))) {
            input.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(input.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    InputStream open(String cle, long debut, long octets) {
        return rangement.open(cle, debut, octets);
    }

    /// What people read when the store fails.
    static DepotRefuse refusal(RangementIndisponible e) {
        LOG.error("le rangement des fichiers ne prend rien", e);
        return e.plein()
                ? new DepotRefuse(
                        507,
                        t("Il n’y a plus de place pour les fichiers. L’assistance est la seule à pouvoir en faire."))
                : new DepotRefuse(
                        503,
                        t("Les fichiers ne peuvent pas être gardés en ce moment. Réessayez dans quelques minutes."));
    }

    /// @param empreinte SHA-256 of the kept bytes
    record Contenu(String empreinte, long octets, String type, EtatDePiece etat) {

        String cle() {
            return cle(empreinte);
        }

        static String cle(String empreinte) {
            return "contenus/" + empreinte.substring(0, 2) + "/" + empreinte.substring(2, 4) + "/" + empreinte;
        }
    }

    interface Work<T> {
        T in(Path dossier) throws IOException;
    }
}
