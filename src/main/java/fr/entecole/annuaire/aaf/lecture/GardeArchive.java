package fr.entecole.annuaire.aaf.lecture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.aaf.LotRefuse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps an archive within its bounds: no member outside its folder, no more bytes than the settings allow, whatever
/// the archive says of itself; a broken archive is told from a broken file inside it.
final class GardeArchive {

    /// Below this, a high ratio is no danger.
    private static final long RATIO_FROM = 64L << 20;

    private final Path chemin;
    private final AafReglages reglages;
    private final long taille;
    private long lus;

    GardeArchive(Path chemin, AafReglages reglages) throws IOException {
        this.chemin = chemin;
        this.reglages = reglages;
        this.taille = Math.max(1, Files.size(chemin));
    }

    interface Ouverture<T> {
        T open() throws IOException;
    }

    <T> T opened(Ouverture<T> ouverture) {
        try {
            return ouverture.open();
        } catch (IOException e) {
            throw Livraison.unreadable(chemin, e);
        } catch (IllegalArgumentException e) {
            throw Livraison.unreadable(chemin, new IOException(e));
        }
    }

    String checked(String nom) {
        var propre = nom.replace('\\', '/');
        if (propre.startsWith("/") || propre.matches("^[A-Za-z]:.*") || ("/" + propre + "/").contains("/../")) {
            throw climbing(propre);
        }
        if (propre.indexOf('\0') >= 0) { // nor can the register of batches hold it
            throw new LotRefuse(t(
                    "L’archive {0} contient un fichier dont le nom ne s’écrit pas ({1}) : demandez un nouvel envoi.",
                    chemin.getFileName().toString(), Texte.clean(propre)));
        }
        return propre;
    }

    /// Nothing is unpacked, so a link does no harm here; an archive that holds one leading out was made to do some.
    void checkedLink(String nom, String cible) {
        var atteint = Path.of(nom).resolveSibling(cible).normalize();
        if (cible.startsWith("/") || atteint.startsWith("..")) {
            throw climbing(nom);
        }
    }

    private LotRefuse climbing(String nom) {
        return new LotRefuse(t(
                "L’archive {0} contient un fichier qui sort de son dossier ({1}) : elle n’est pas sûre, demandez"
                        + " un nouvel envoi.",
                chemin.getFileName().toString(), nom));
    }

    InputStream counted(InputStream source) {
        return new FilterInputStream(source) {
            @Override
            public int read() throws IOException {
                int octet = opened(super::read);
                count(octet < 0 ? 0 : 1);
                return octet;
            }

            @Override
            public int read(byte[] tampon, int debut, int longueur) throws IOException {
                int n = opened(() -> in.read(tampon, debut, longueur));
                count(Math.max(0, n));
                return n;
            }
        };
    }

    /// A member of a tar must not close the archive it lies in.
    InputStream sheltered(InputStream source) {
        return new FilterInputStream(source) {
            @Override
            public int read(byte[] tampon, int debut, int longueur) throws IOException {
                return opened(() -> in.read(tampon, debut, longueur));
            }

            @Override
            public void close() {
                // left open for the next member
            }
        };
    }

    private void count(long octets) {
        lus += octets;
        if (lus > reglages.unpackMax().toBytes() || (lus > RATIO_FROM && lus / taille > reglages.unpackMaxRatio())) {
            throw new LotRefuse(t(
                    "L’archive {0} se déplie au-delà de la limite ({1} Mo, ou {2} fois sa taille) : vérifiez-la, ou"
                            + " relevez ent.aaf.unpack-max.",
                    chemin.getFileName().toString(), reglages.unpackMax().toMegabytes(), reglages.unpackMaxRatio()));
        }
    }
}
