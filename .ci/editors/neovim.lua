-- Drives a recipe for Neovim: sources it, gives buffers the texts of cases without
-- saving them, and writes what the linter says of each. See .ci/editor-test.
local job = vim.json.decode(table.concat(vim.fn.readfile(vim.env.EDITOR_TEST_JOB), "\n"))

local severities = { "error", "warning", "info", "hint" }
local types = { E = "error", W = "warning", I = "info" }

local show = {
  ["nvim-lint"] = function(bufnr)
    return vim.tbl_map(function(d)
      return {
        line = d.lnum + 1, column = d.col + 1, endLine = d.end_lnum + 1, endColumn = d.end_col + 1,
        severity = severities[d.severity], code = d.code, message = d.message,
      }
    end, vim.diagnostic.get(bufnr))
  end,
  ale = function(bufnr)
    return vim.tbl_map(function(d)
      return { -- end_col is that of the last byte
        line = d.lnum, column = d.col, endLine = d.end_lnum, endColumn = d.end_col + 1,
        severity = types[d.type], code = d.code, message = d.text,
      }
    end, vim.fn["ale#engine#GetLoclist"](bufnr))
  end,
}

local function main()
  if job.recipe == "ale" then
    vim.cmd("packadd ale")
    vim.g.ale_lint_delay = 10
  end
  vim.cmd("source " .. vim.fn.fnameescape(job.code))
  local results = {}
  for _, case in ipairs(job.cases) do
    vim.cmd("edit! " .. vim.fn.fnameescape(case.file))
    vim.api.nvim_buf_set_lines(0, 0, -1, true, vim.split(case.text, "\n", { plain = true }))
    vim.cmd("doautocmd InsertLeave")
    local bufnr = vim.api.nvim_get_current_buf()
    vim.wait(job.timeout, function() return #show[job.recipe](bufnr) == case.count end, 20)
    table.insert(results, show[job.recipe](bufnr))
  end
  vim.fn.writefile({ vim.json.encode(results) }, job.out)
end

local ok, err = xpcall(main, debug.traceback)
if not ok then
  io.stderr:write(tostring(err) .. "\n")
  vim.cmd("cquit 1")
end
vim.cmd("qall!")
