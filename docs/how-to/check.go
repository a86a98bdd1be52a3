// go run check.go LOGFOLDER: every record of a log, by the code of Go's checksum database.
package main

import (
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type tiles struct{ folder string }

func (t tiles) Height() int                         { return 8 }
func (t tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (t tiles) path(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}
func (t tiles) ReadTiles(all []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range all {
		read, err := os.ReadFile(filepath.Join(t.folder, t.path(tile)))
		if err != nil {
			return nil, err
		}
		data = append(data, read)
	}
	return data, nil
}

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal("NOT VERIFIED: ", err)
	}
	return value
}

func main() {
	folder := os.Args[1]
	read := func(name string) []byte { return must(os.ReadFile(filepath.Join(folder, name))) }
	verifier := must(note.NewVerifier(strings.TrimSpace(string(read("log.vkey")))))
	opened := must(note.Open(read("checkpoint"), note.VerifierList(verifier)))
	lines := strings.Split(opened.Text, "\n")
	var size int64
	fmt.Sscan(lines[1], &size)
	root := must(tlog.ParseHash(lines[2]))
	hashes := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, tiles{folder})
	for from := int64(0); from < size; from += 256 {
		bundle := tlog.Tile{H: 8, L: -1, N: from / 256, W: int(min(256, size-from))}
		name := strings.Replace(bundle.Path(), "tile/8/data/", "tile/entries/", 1)
		data := read(name)
		for i := from; i < from+int64(bundle.W); i++ {
			length := binary.BigEndian.Uint16(data)
			record := data[2 : 2+length]
			data = data[2+length:]
			proof := must(tlog.ProveRecord(size, i, hashes))
			if err := tlog.CheckRecord(proof, size, root, i, tlog.RecordHash(record)); err != nil {
				log.Fatalf("NOT VERIFIED: entry %d: %v", i, err)
			}
		}
	}
	fmt.Printf("VERIFIED %d records, signed by %s\n", size, verifier.Name())
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}
